import { type RawBuilder, sql } from 'kysely';
import { isDeepStrictEqual } from 'node:util';
import type { CheckIn, StatedHealth } from '../../domain/strategy/checkIn';
import { hasText } from '../../domain/text';
import { accountIds } from '../work/accounts';
import { columnsOf } from '../sql/columnsOf';
import { bytesOf, textIn } from '../sql/rowValues';
import { database } from '../sql/database';
import { lookedUp } from '../sql/hints';
import { firstByBytes, type Page } from '../sql/firstByBytes';
import { type Amounts, storeMeasurements } from './measurements';
import { type Reader, seesCheckIn } from './reader';

/** A check-in, and when it was made (epoch milliseconds). */
export type KeptCheckIn = CheckIn & { at: number };

/**
 * Stores a check-in on a stated objective, then its values. Two statements, after those that look up its objective and
 * author. After a crash between the two the daily job stores the values: see `restoreMeasurements`.
 */
export const storeCheckIn = async (objectiveId: number, checkIn: Omit<KeptCheckIn, 'objective'>): Promise<void> => {
  const { id, day, at, author, note, health, decision, values, ofDraft } = checkIn;
  const accounts = await accountIds(author === null ? [] : [author]);
  const amounts: Amounts = [...values];
  const texts = { note, decision, amounts: JSON.stringify(amounts) };
  await database
    .insertInto('check_in')
    .values({
      id,
      objective: objectiveId,
      day,
      at,
      author: author === null ? null : (accounts.get(author) ?? null),
      health,
      ...texts,
      text_bytes: bytesOf(...Object.values(texts)),
      of_draft: ofDraft ? 1 : 0,
      noted: hasText(note) ? 1 : 0,
      decided: hasText(decision) ? 1 : 0,
    })
    .execute();
  await storeMeasurements([{ objective: objectiveId, checkIn: id, day, ofDraft, amounts }]);
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
    .modifyFront(lookedUp('a'))
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

/** Where a page of check-ins goes on: behind the last one shown. */
export type CheckInCursor = { day: number; id: number };

/** The check-ins to read: on one objective before a cursor, or on all since a day. */
export type CheckInsAsked = { of: string; before: CheckInCursor | null } | { since: number };

/** Check-ins on a page of one objective or of the review, and bytes of their texts as sent. */
const MOST_ROWS = 50;
const MOST_BYTES = 1_500_000;

const COLUMNS: Record<string, RawBuilder<unknown>> = {
  ...columnsOf('c', ['id', 'day', 'at', 'health', 'of_draft']),
  objective_key: sql.ref('o.objective_key'),
  account_id: sql.ref('a.account_id'),
};

/** A page of the check-ins on stated objectives that a reader may see, newest first. One statement. */
export const checkInsPage = async (asked: CheckInsAsked, reader: Reader): Promise<Page<KeptCheckIn>> => {
  const wanted =
    'of' in asked
      ? sql`o.objective_key = ${asked.of} ${asked.before === null ? sql`` : sql`AND (c.day, c.id) < (${asked.before.day}, ${asked.before.id})`}`
      : sql`c.day >= ${asked.since}`;
  const { rows, left } = await firstByBytes({
    columns: COLUMNS,
    lookedUp: ['a', 'w'],
    from: sql`check_in c JOIN objective o ON o.id = c.objective LEFT JOIN account a ON a.id = c.author LEFT JOIN account w ON w.id = o.owner`,
    where: sql`o.status <> 'unknown' AND ${seesCheckIn(reader)} AND ${wanted}`,
    keys: ['id'],
    order: ['day', 'id'],
    desc: true,
    textsOf: { table: 'check_in', alias: 'c', texts: ['note', 'decision', 'amounts'], bytes: 'text_bytes' },
    most: MOST_ROWS,
    bytes: MOST_BYTES,
  });
  return {
    rows: rows.map((row) => ({
      id: Number(row.id),
      objective: String(row.objective_key),
      day: Number(row.day),
      at: Number(row.at),
      author: textIn(row.account_id),
      note: textIn(row.note),
      health: textIn(row.health) as StatedHealth | null,
      decision: textIn(row.decision),
      values: new Map(JSON.parse(String(row.amounts)) as Amounts),
      ofDraft: Number(row.of_draft) === 1,
    })),
    left,
  };
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

/** How many check-ins an objective has, and of a day. One statement. */
export const countCheckIns = async (objectiveId: number, day: number): Promise<{ all: number; ofDay: number }> => {
  const row = await database
    .selectFrom('check_in')
    .select(({ fn }) => [
      fn.countAll().as('all_days'),
      sql<number | string>`COALESCE(SUM(CASE WHEN day = ${day} THEN 1 ELSE 0 END), 0)`.as('of_day'),
    ])
    .where('objective', '=', objectiveId)
    .executeTakeFirstOrThrow();
  return { all: Number(row.all_days), ofDay: Number(row.of_day) };
};
