import { type RawBuilder, sql } from 'kysely';
import { database } from './database';
import { perProject } from './perProject';
import type { OutdatedProject } from './projects';
import type { Scope } from './unitRows';
import { allUnlessOlder } from './unlessOlder';

/** A table of numbers by project and more, counted from the work items. Each row says at which version of its project. */
export type Rollup = {
  table: string;
  /** the columns of the table's key, in its order; the project is one of them */
  keys: readonly string[];
  sums: readonly string[];
  /** whether a row holds anything: rows of zeros count as absent */
  holds: RawBuilder<unknown>;
  /** SELECT of the project, the keys and the sums, by name, of some projects as of a day; rows of the same keys are added up */
  counts: (scope: Scope) => RawBuilder<unknown>;
  /** a condition that all rows meet, where the table's key begins with something else than the project */
  prefix?: RawBuilder<unknown>;
};

/**
 * Recounts the rows that some projects have in a roll-up: one statement. What is gone is set to zeros, because the existing keys
 * take part with zeros. Each project's version is the one that was read before; rows that a recount with a newer version wrote are
 * left as they are.
 */
export const recount = async (rollup: Rollup, projects: readonly OutdatedProject[], today: number): Promise<void> => {
  const { table, keys, sums, counts, prefix } = rollup;
  const list = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)));
  const key = list(keys);
  const ids = projects.map(({ id }) => id);
  // Rows come in the order of the table's key, which leaves its pages fuller than any other.
  await sql`
    INSERT INTO ${sql.table(table)} (${key}, version, ${list(sums)})
    SELECT ${key}, ${perProject(
      sql`project`,
      projects,
      ({ id }) => id,
      ({ version }) => version,
    )},
      ${sql.join(sums.map((column) => sql`SUM(${sql.ref(column)})`))}
    FROM (
      SELECT ${key}, ${list(sums)} FROM (${counts({ asOf: today, project: ids })}) counted
      UNION ALL
      SELECT ${key}, ${sql.join(sums.map(() => sql`0`))} FROM ${sql.table(table)}
      WHERE project IN (${sql.join(ids)}) ${prefix === undefined ? sql`` : sql`AND ${prefix}`}
    ) counts
    GROUP BY ${key} ORDER BY ${key}
    ON DUPLICATE KEY UPDATE ${allUnlessOlder(table, 'version', sums)}`.execute(database);
};

/**
 * FROM clause of a roll-up's rows `r` as they were last refreshed, with their project `p`. Rows older than the project's last
 * refresh were left by a slower one and do not count.
 */
export const rowsOfProjects = (
  { table }: Pick<Rollup, 'table'>,
  which?: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  ${sql.table(table)} r
  JOIN project p ON p.id = r.project AND r.version >= p.refreshed ${which === undefined ? sql`` : sql`AND ${which}`}`;

/** The same with the objective `o` that each row serves. */
export const currentRows = (rollup: Pick<Rollup, 'table'>, which?: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  ${rowsOfProjects(rollup, which)} LEFT JOIN objective o ON o.id = r.serves`;

/** A condition on those rows: that they are of none of some projects. */
export const isNot = (projects: readonly number[]): RawBuilder<unknown> =>
  projects.length === 0 ? sql`1 = 1` : sql`r.project NOT IN (${sql.join(projects)})`;

/**
 * Deletes rows of zeros, so that a table does not grow for ever: one statement. A slower recount may write such a row anew as it
 * was; being older than the last refresh it does not count, and the next recount sets it to zeros.
 */
export const forgetZeros = async ({ table, holds }: Rollup): Promise<void> => {
  await sql`DELETE FROM ${sql.table(table)} WHERE NOT (${holds})`.execute(database);
};
