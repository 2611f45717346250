import { type RawBuilder, sql } from 'kysely';
import { HEADLINES, type Objective, type ObjectiveStatus, PERSPECTIVES } from '../../domain/strategy/objective';
import { RUN } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import type { Row } from '../sql/selectAll';
import { RUN_ID } from '../sql/storedNumbers';

/** The columns of an objective `o`, and of the account `a` of its owner. */
export const OBJECTIVE_COLUMNS: Record<string, RawBuilder<unknown>> = Object.fromEntries([
  ...[
    'id',
    'objective_key',
    'title',
    'status',
    'parent',
    'weight',
    'start_day',
    'target_day',
    'position',
    'description',
    'perspective',
    'headline',
    'archived',
    'revision',
  ].map((name) => [name, sql.ref(`o.${name}`)] as const),
  ['account_id', sql.ref('a.account_id')] as const,
]);

/**
 * The tables that `OBJECTIVE_COLUMNS` come from, and the condition that an objective is stated. Keys that only issues
 * name are not.
 */
export const OBJECTIVES = sql`objective o LEFT JOIN account a ON a.id = o.owner`;
export const IS_STATED = sql`o.status <> 'unknown'`;

const numberIn = (value: Row[string] | undefined): number | null => (value == null ? null : Number(value));
const textIn = (value: Row[string] | undefined): string | null => (value == null ? null : String(value));

export const objectiveFrom = (row: Row): Objective => ({
  key: String(row.objective_key),
  title: String(row.title),
  status: String(row.status) as ObjectiveStatus,
  parent: textIn(row.parent),
  description: textIn(row.description),
  weight: numberIn(row.weight),
  perspective: PERSPECTIVES.find((one) => one === row.perspective) ?? null,
  owner: textIn(row.account_id),
  headline: HEADLINES.find((one) => one === row.headline) ?? 'work',
  archived: Number(row.archived) === 1,
  start: numberIn(row.start_day),
  target: numberIn(row.target_day),
});

/** The stated objectives, in the order of the strategy. */
export const statedObjectives = async (): Promise<Objective[]> => {
  const rows = await selectAllByBytes({
    columns: OBJECTIVE_COLUMNS,
    from: OBJECTIVES,
    where: IS_STATED,
    keys: ['position', 'id'],
    texts: ['description', 'title'],
  });
  return rows.map(objectiveFrom);
};

/** Title and status of a stated objective; `null`: there is none with this key. One statement. */
export const titleAndStatus = async (key: string): Promise<Pick<Objective, 'title' | 'status'> | null> =>
  (await database
    .selectFrom('objective')
    .select(['title', 'status'])
    .where('objective_key', '=', key)
    .where('status', '<>', 'unknown')
    .executeTakeFirst()) ?? null;

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

/** Inserts rows of status `unknown` for keys; existing ones stay. */
export const addUnknownObjectives = async (keys: readonly string[]): Promise<void> => {
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
