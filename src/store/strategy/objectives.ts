import { type RawBuilder, sql } from 'kysely';
import {
  HEADLINES,
  type Objective,
  type ObjectiveOutline,
  type ObjectiveStatus,
  PERSPECTIVES,
} from '../../domain/strategy/objective';
import { MOST_UNKNOWN_KEYS } from '../../domain/strategy/caps';
import { OF_ISSUE, OTHER_KEYS } from '../../domain/strategy/objectiveKey';
import { RUN } from '../../domain/work/workItem';
import { numberIn, textIn, type Row } from '../sql/rowValues';
import { database } from '../sql/database';
import { RUN_ID } from '../sql/storedNumbers';
import { outcomeId } from '../work/outcomes';

/**
 * SELECT of all objectives, without their descriptions but one, in columns that `KEY_RESULT_PART` shares: numbers with
 * numbers and texts with texts, so that no engine converts them.
 * @param described key of the objective whose description is wanted
 */
export const OBJECTIVE_PART = (described: string): RawBuilder<unknown> => sql`
  SELECT /*+ INL_JOIN(i, w, a) */ 0 AS part, o.id AS id, o.id AS objective, o.position AS place, o.revision AS revision, o.weight AS weight,
    CASE WHEN i.issue IS NULL THEN o.start_day ELSE i.start_day END AS start,
    CASE WHEN i.issue IS NULL THEN o.target_day ELSE i.target_day END AS target,
    COALESCE(LENGTH(o.description), 0) AS low, o.archived AS high,
    o.title AS title, ${STATUS} AS status, o.parent AS parent, o.objective_key AS objective_key, o.perspective AS perspective,
    o.headline AS headline, a.account_id AS account_id, CASE WHEN o.objective_key = ${described} THEN o.description END AS description,
    w.id AS issue, w.parent AS issue_parent, i.found AS found, w.created AS created, w.ended AS ended
  FROM objective o LEFT JOIN objective_issue i ON i.objective = o.id LEFT JOIN work_item w ON w.id = i.issue AND w.own = o.id
    LEFT JOIN account a ON a.id = CASE WHEN w.id IS NULL THEN o.owner ELSE w.assignee END`;

/** The status of objective `o`: of one that is an issue `w`, by what came of it. */
const STATUS = sql`CASE WHEN w.outcome = ${sql.lit(outcomeId('done'))} THEN 'achieved' WHEN w.outcome = ${sql.lit(outcomeId('dropped'))} THEN 'dropped'
  WHEN w.id IS NOT NULL THEN 'active' WHEN i.issue IS NOT NULL OR o.objective_key LIKE ${sql.lit(`${OF_ISSUE}%`)} THEN 'unknown' ELSE o.status END`;

/** An objective in a row of `OBJECTIVE_PART`. */
export const objectiveFrom = (row: Row): ObjectiveOutline => ({
  key: String(row.objective_key),
  title: String(row.title),
  status: String(row.status) as ObjectiveStatus,
  parent: textIn(row.parent),
  description: Number(row.low) > 0,
  weight: numberIn(row.weight),
  perspective: PERSPECTIVES.find((one) => one === row.perspective) ?? null,
  owner: textIn(row.account_id),
  headline: HEADLINES.find((one) => one === row.headline) ?? 'work',
  archived: Number(row.high) === 1,
  start: numberIn(row.start),
  target: numberIn(row.target),
  ...(row.issue != null && { found: numberIn(row.found) }),
});

/** Title and status of a stated objective; `null`: there is none with this key. One statement. */
export const titleAndStatus = async (key: string): Promise<Pick<Objective, 'title' | 'status'> | null> =>
  (await database
    .selectFrom('objective')
    .select(['title', 'status'])
    .where('objective_key', '=', key)
    .where('status', '<>', 'unknown')
    .executeTakeFirst()) ?? null;

/** Titles and status of stated objectives, by key. One statement if there is a key. */
export const titlesAndStatus = async (
  keys: readonly string[],
): Promise<Map<string, Pick<Objective, 'title' | 'status'>>> => {
  if (keys.length === 0) return new Map();
  const rows = await database
    .selectFrom('objective')
    .select(['objective_key', 'title', 'status'])
    .where('objective_key', 'in', keys)
    .where('status', '<>', 'unknown')
    .execute();
  return new Map(rows.map(({ objective_key, title, status }) => [objective_key, { title, status }]));
};

/**
 * The titles that the field shows of stated objectives, by key. A draft's is empty, because it is not public. One
 * statement if there is a key.
 */
export const titlesInField = async (keys: readonly string[]): Promise<Map<string, string>> =>
  new Map([...(await titlesAndStatus(keys))].map(([key, { title, status }]) => [key, status === 'draft' ? '' : title]));

/**
 * The ids of objective keys. A key that nobody stated gets a row of status `unknown`, so that work tagged with it
 * counts as stale, and as aligned once the objective is stated.
 * @returns the ids by key, and which keys got a new row
 */
export const objectiveIds = async (
  keys: readonly string[],
): Promise<{ ids: Map<string, number>; made: ReadonlySet<string> }> => {
  const wanted = [...new Set(keys)];
  const ids = await idsByKey(wanted);
  const made = new Set(wanted.filter((key) => !ids.has(key)));
  if (made.size > 0) {
    await addUnknownObjectives([...made]);
    for (const [key, id] of await idsByKey([...made])) ids.set(key, id);
  }
  return { ids, made };
};

/**
 * Gives keys that issues name rows of their own while there are fewer than `MOST_UNKNOWN_KEYS`, so that nobody makes
 * figures grow by making keys up. Two statements.
 * @returns whether any got one, or `OTHER_KEYS` did, which stands for the rest
 */
export const addNamedKeys = async (keys: readonly string[], hasOthers: boolean): Promise<boolean> => {
  if (keys.length === 0) return false;
  const { unknown } = await database
    .selectFrom('objective')
    .select((count) => count.fn.countAll<number>().as('unknown'))
    .where('status', '=', 'unknown')
    .executeTakeFirstOrThrow();
  const room = Math.max(0, MOST_UNKNOWN_KEYS - Number(unknown));
  const added = [...keys.slice(0, room), ...(keys.length > room && !hasOthers ? [OTHER_KEYS] : [])];
  await addUnknownObjectives(added);
  return added.length > 0;
};

/** The id of the row that `OTHER_KEYS` has, if there ever were so many keys. One statement. */
export const otherKeysId = async (): Promise<number | null> => (await idsByKey([OTHER_KEYS])).get(OTHER_KEYS) ?? null;

/** Inserts rows of status `unknown` for keys; existing ones stay. */
const addUnknownObjectives = async (keys: readonly string[]): Promise<void> => {
  if (keys.length === 0) return;
  await database
    .insertInto('objective')
    .ignore()
    .values(keys.map((key) => ({ objective_key: key, title: '', status: 'unknown' as const, position: 0 })))
    .execute();
};

/** The ids of tags, by tag: an objective's id, or `RUN_ID`. */
export const tagIds = async (tags: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { ids } = await objectiveIds(tags.filter((tag) => tag !== RUN));
  return ids.set(RUN, RUN_ID);
};

/** The ids of those tags that are known, by tag. At most one statement. */
export const knownTagIds = async (tags: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  (await idsByKey(tags.filter((tag) => tag !== RUN))).set(RUN, RUN_ID);

const idsByKey = async (keys: readonly string[]): Promise<Map<string, number>> => {
  if (keys.length === 0) return new Map();
  const rows = await database
    .selectFrom('objective')
    .select(['id', 'objective_key'])
    .where('objective_key', 'in', keys)
    .execute();
  return new Map(rows.map((row) => [row.objective_key, Number(row.id)]));
};

/** An objective's place in the order of the strategy. */
export type Place = { objective: number; position: number };

/** Updates the places of objectives. One statement, so that an order is never half changed. */
export const storePlaces = async (places: readonly Place[]): Promise<void> => {
  if (places.length === 0) return;
  const cases = places.map(({ objective, position }) => sql`WHEN ${objective} THEN ${position}`);
  await sql`
    UPDATE objective SET position = CASE id ${sql.join(cases, sql` `)} ELSE position END
    WHERE id IN (${sql.join(places.map(({ objective }) => objective))})`.execute(database);
};

/** An objective after a change. `owner`: an id of `account` */
export type Revised = { id: number; revision: number; owner: number | null; objective: Objective };

/** Writes objectives as changes left them. A row that contains a newer change stays. One statement. */
export const storeRevised = async (revised: readonly Revised[]): Promise<void> => {
  if (revised.length === 0) return;
  const rows = revised.map(({ id, revision, owner, objective }) => ({
    id,
    objective_key: objective.key,
    title: objective.title,
    status: objective.status,
    parent: objective.parent,
    weight: objective.weight,
    owner,
    start_day: objective.start,
    target_day: objective.target,
    position: 0,
    description: objective.description,
    perspective: objective.perspective,
    headline: objective.headline,
    archived: objective.archived ? 1 : 0,
    revision,
  }));
  const newerColumn = (column: string) =>
    sql<never>`CASE WHEN VALUES(revision) > objective.revision THEN VALUES(${sql.ref(column)}) ELSE ${sql.ref(`objective.${column}`)} END`;
  await database
    .insertInto('objective')
    .values(rows)
    .onDuplicateKeyUpdate({
      title: newerColumn('title'),
      status: newerColumn('status'),
      parent: newerColumn('parent'),
      weight: newerColumn('weight'),
      owner: newerColumn('owner'),
      start_day: newerColumn('start_day'),
      target_day: newerColumn('target_day'),
      description: newerColumn('description'),
      perspective: newerColumn('perspective'),
      headline: newerColumn('headline'),
      archived: newerColumn('archived'),
      // Assigned last: MySQL assigns from left to right, and the others compare with the old value.
      revision: newerColumn('revision'),
    })
    .execute();
};
