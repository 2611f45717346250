import { sql } from 'kysely';
import { HEADLINES, type Objective, PERSPECTIVES } from '../domain/objective';
import { RUN } from '../domain/workItem';
import { accountIds } from './accounts';
import { database } from './database';
import { RUN_ID } from './schema';

/** The stated objectives in the strategy's order. Keys that only issues name are not among them. */
export const statedObjectives = async (): Promise<Objective[]> => {
  const rows = await database
    .selectFrom('objective as o')
    .leftJoin('account as a', 'a.id', 'o.owner')
    .selectAll('o')
    .select('a.account_id')
    .where('o.status', '<>', 'unknown')
    .orderBy('o.position')
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    key: row.objective_key,
    title: row.title,
    status: row.status,
    parent: row.parent,
    description: row.description,
    weight: row.weight === null ? null : Number(row.weight),
    perspective: PERSPECTIVES.find((one) => one === row.perspective) ?? null,
    owner: row.account_id,
    headline: HEADLINES.find((one) => one === row.headline) ?? 'work',
    archived: Number(row.archived) === 1,
    start: row.start_day === null ? null : Number(row.start_day),
    target: row.target_day === null ? null : Number(row.target_day),
  }));
};

/**
 * The ids of tags: an objective's, or `RUN_ID`. A key that nobody stated gets a row of status `unknown`, so that work which
 * carries it counts as stale and comes alive when the objective is stated.
 */
export const tagIds = async (tags: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const keys = [...new Set(tags)].filter((tag) => tag !== RUN);
  const known = await idsByKey(keys);
  const missing = keys.filter((key) => !known.has(key));
  if (missing.length > 0) {
    await database
      .insertInto('objective')
      .ignore()
      .values(missing.map((key) => ({ objective_key: key, title: '', status: 'unknown' as const, position: 0 })))
      .execute();
    for (const [key, id] of await idsByKey(missing)) known.set(key, id);
  }
  return known.set(RUN, RUN_ID);
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

/** States objectives in this order, one statement whatever their number; an objective that is stated already takes the new values. */
export const storeObjectives = async (objectives: readonly Objective[]): Promise<void> => {
  if (objectives.length === 0) return;
  const owners = await accountIds(objectives.flatMap(({ owner }) => owner ?? []));
  await database
    .insertInto('objective')
    .values(
      objectives.map(({ key, title, status, parent, weight, owner, start, target, ...rest }, position) => ({
        objective_key: key,
        title,
        status,
        parent,
        weight,
        description: rest.description,
        perspective: rest.perspective,
        headline: rest.headline,
        archived: rest.archived ? 1 : 0,
        owner: owner === null ? null : (owners.get(owner) ?? null),
        start_day: start,
        target_day: target,
        position,
      })),
    )
    .onDuplicateKeyUpdate({
      title: sql`VALUES(title)`,
      status: sql`VALUES(status)`,
      parent: sql`VALUES(parent)`,
      weight: sql`VALUES(weight)`,
      description: sql`VALUES(description)`,
      perspective: sql`VALUES(perspective)`,
      headline: sql`VALUES(headline)`,
      archived: sql`VALUES(archived)`,
      owner: sql`VALUES(owner)`,
      start_day: sql`VALUES(start_day)`,
      target_day: sql`VALUES(target_day)`,
      position: sql`VALUES(position)`,
    })
    .execute();
};
