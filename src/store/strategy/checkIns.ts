import { sql } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import type { CheckIn, StatedHealth } from '../../domain/strategy/checkIn';
import { accountIds } from '../work/accounts';
import { database } from '../sql/database';
import { selectAllByBytes } from '../sql/selectAllByBytes';

/** A check-in, and when it was made (epoch milliseconds). */
export type KeptCheckIn = CheckIn & { at: number };

/** What `amounts` holds: key result ids with their new values. */
type Amounts = [keyResult: number, value: number][];

/** Stores a check-in on a stated objective. One statement, after those that look up its objective and author. */
export const storeCheckIn = async (objectiveId: number, checkIn: Omit<KeptCheckIn, 'objective'>): Promise<void> => {
  const { id, day, at, author, note, health, decision, values, ofDraft } = checkIn;
  const accounts = await accountIds(author === null ? [] : [author]);
  const amounts: Amounts = [...values];
  await database
    .insertInto('check_in')
    .values({
      id,
      objective: objectiveId,
      day,
      at,
      author: author === null ? null : (accounts.get(author) ?? null),
      note,
      health,
      decision,
      amounts: JSON.stringify(amounts),
      of_draft: ofDraft ? 1 : 0,
    })
    .execute();
};

/**
 * The id and instant of an objective's newest check-in of this day, if it says exactly this; `null`: it does not. One
 * statement.
 */
export const newestIfEqual = async (
  objectiveId: number,
  said: Omit<KeptCheckIn, 'objective' | 'id' | 'at' | 'ofDraft'>,
): Promise<{ id: number; at: number } | null> => {
  const newest = await database
    .selectFrom('check_in as c')
    .leftJoin('account as a', 'a.id', 'c.author')
    .select(['c.id', 'c.day', 'c.at', 'c.note', 'c.health', 'c.decision', 'c.amounts', 'a.account_id'])
    .where('c.objective', '=', objectiveId)
    .where('c.day', '=', said.day)
    // Not by the bare id, in whose order the database could read all check-ins.
    .orderBy(sql`c.id + 0`, 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst();
  const { day, author, note, health, decision, values } = said;
  const isEqual =
    newest !== undefined &&
    isDeepStrictEqual(
      [Number(newest.day), newest.account_id, newest.note, newest.health, newest.decision, newest.amounts],
      [day, author, note, health, decision, JSON.stringify([...values])],
    );
  return isEqual ? { id: Number(newest.id), at: Number(newest.at) } : null;
};

/** The check-ins on stated objectives, in the order they were made. One statement, unless they are long. */
export const allCheckIns = async (): Promise<KeptCheckIn[]> => {
  const rows = await selectAllByBytes({
    columns: {
      ...Object.fromEntries(
        ['id', 'day', 'at', 'note', 'health', 'decision', 'amounts', 'of_draft'].map((name) => [
          name,
          sql.ref(`c.${name}`),
        ]),
      ),
      objective_key: sql.ref('o.objective_key'),
      account_id: sql.ref('a.account_id'),
    },
    from: sql`check_in c JOIN objective o ON o.id = c.objective LEFT JOIN account a ON a.id = c.author`,
    where: sql`o.status <> 'unknown'`,
    keys: ['id'],
    texts: ['note', 'decision', 'amounts'],
  });
  const text = (value: string | number | null | undefined): string | null => (value == null ? null : String(value));
  return rows.map((row) => ({
    id: Number(row.id),
    objective: String(row.objective_key),
    day: Number(row.day),
    at: Number(row.at),
    author: text(row.account_id),
    note: text(row.note),
    health: text(row.health) as StatedHealth | null,
    decision: text(row.decision),
    values: new Map(JSON.parse(String(row.amounts)) as Amounts),
    ofDraft: Number(row.of_draft) === 1,
  }));
};

/** The day of each objective's newest check-in, by objective key; those of a draft do not count. One statement. */
export const newestCheckInDays = async (): Promise<Map<string, number>> => {
  const rows = await database
    .selectFrom('check_in as c')
    .innerJoin('objective as o', 'o.id', 'c.objective')
    .select(({ fn }) => ['o.objective_key', fn.max('c.day').as('day')])
    .where('c.of_draft', '=', 0)
    .groupBy('o.objective_key')
    .execute();
  return new Map(rows.map((row) => [row.objective_key, Number(row.day)]));
};
