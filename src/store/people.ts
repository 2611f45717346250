import { sql } from 'kysely';
import type { Assignment } from '../domain/buyIn';
import { WINDOW_DAYS, type WindowDays, windowEnding } from '../domain/window';
import { countIf, servedBy } from './cells';
import { everyRow } from './everyRow';
import { currentRows, type Rollup } from './recount';
import type { PersonColumn } from './schema';
import { outcomeId, unitRows } from './unitRows';

const DOING = sql`outcome = ${sql.lit(outcomeId('doing'))}`;
const DONE = sql`outcome = ${sql.lit(outcomeId('done'))}`;
const LONGEST_WINDOW = Math.max(...WINDOW_DAYS);

const doneSince = (from: number, asOf: number) => sql`${DONE} AND ended >= ${from} AND ended <= ${asOf}`;

/** Who is assigned the effort, by what it serves. */
export const personRollup: Rollup = {
  table: 'rollup_person',
  keys: ['assignee', 'serves'],
  sums: ['doing', ...WINDOW_DAYS.map((days) => `done${days}` as const)] satisfies PersonColumn[],
  // The windows lie inside each other, so the longest one holds all that is done.
  holds: sql`doing + ${sql.ref(`done${LONGEST_WINDOW}`)} > 0`,
  counts: (scope) => sql`
    SELECT project, assignee, serves, ${sql.join([
      sql`${countIf(DOING)} AS doing`,
      ...WINDOW_DAYS.map(
        (days) =>
          sql`${countIf(doneSince(windowEnding(scope.asOf, days).from, scope.asOf))} AS ${sql.ref(`done${days}`)}`,
      ),
    ])}
    FROM (${unitRows(scope)}) items
    WHERE unit = 1 AND assignee IS NOT NULL
      AND (${DOING} OR (${doneSince(windowEnding(scope.asOf, LONGEST_WINDOW).from, scope.asOf)}))
    GROUP BY project, assignee, serves`,
};

/** Effort units of a project that are assigned to a person, serve the same and are alike done or not. */
export type PersonEffort = Assignment & { project: number; units: number };

/** Who is assigned the effort of all projects: one statement, unless there are many thousands of rows. */
export const effortPeople = async (days: WindowDays): Promise<PersonEffort[]> => {
  const inWindow = sql.ref(`r.done${days}`);
  const rows = await everyRow({
    columns: {
      project: sql.ref('r.project'),
      assignee: sql.ref('r.assignee'),
      serves: sql.ref('r.serves'),
      account_id: sql.ref('a.account_id'),
      objective_key: sql.ref('o.objective_key'),
      doing: sql.ref('r.doing'),
      done: inWindow,
    },
    from: sql`${currentRows(personRollup)} JOIN account a ON a.id = r.assignee`,
    where: sql`r.doing + ${inWindow} > 0`,
    keys: ['project', 'assignee', 'serves'],
  });
  return rows.flatMap((row) => {
    const effort = { project: Number(row.project), assignee: String(row.account_id), serves: servedBy(row) };
    return [
      { ...effort, done: false, units: Number(row.doing) },
      { ...effort, done: true, units: Number(row.done) },
    ].filter(({ units }) => units > 0);
  });
};
