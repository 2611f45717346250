import { sql } from 'kysely';
import type { Origin } from '../../domain/tagging/origin';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { knownTagIds } from '../strategy/objectives';
import { accountIds } from '../work/accounts';

/** Who gave an issue its tag, and how. `by`: account id; `null`: the person was erased; `at`: epoch milliseconds */
export type TagOrigin = { how: Origin; by: string | null; at: number };

/** How a job gives issues a tag. */
export type JobOrigin = Extract<Origin, 'bulk' | 'rule' | 'undo'>;

const REPLACES = {
  tag: sql<number>`VALUES(tag)`,
  how: sql<Origin>`VALUES(how)`,
  author: sql<number | null>`VALUES(author)`,
  at: sql<number>`VALUES(at)`,
};

/**
 * Notes who gave issues a tag just now. Three statements as a rule, none without issues.
 * @param tag an objective's key or `RUN`
 */
export const noteOrigins = async (
  issues: readonly number[],
  tag: string,
  { how, by }: { how: Origin; by: string },
  at: number,
): Promise<void> => {
  if (issues.length === 0) return;
  const id = (await knownTagIds([tag])).get(tag);
  if (id === undefined) throw new RangeError(`no row of ${tag}`);
  const author = (await accountIds([by])).get(by) ?? null;
  await database
    .insertInto('tag_origin')
    .values(issues.map((issue) => ({ issue, tag: id, how, author, at })))
    .onDuplicateKeyUpdate(REPLACES)
    .execute();
};

/**
 * Notes of issues of a job that they have its tag from it, or from its undoing the tag that they had before. One statement,
 * none without issues.
 */
export const noteOriginsOfJob = async (
  job: number,
  issues: readonly number[],
  how: JobOrigin,
  at: number,
): Promise<void> => {
  if (issues.length === 0) return;
  const tag = how === 'undo' ? sql`e.was` : sql`j.target`;
  await sql`
    INSERT INTO tag_origin (issue, tag, how, author, at)
    SELECT e.issue, ${tag}, ${how}, COALESCE(r.owner, j.author), ${at}
    FROM tagging_entry e JOIN tagging_job j ON j.id = e.job LEFT JOIN tag_rule r ON r.id = j.id
    WHERE e.job = ${job} AND e.issue IN (${sql.join(issues)}) AND ${tag} IS NOT NULL
    ON DUPLICATE KEY UPDATE tag = VALUES(tag), how = VALUES(how), author = VALUES(author), at = VALUES(at)`.execute(
    database,
  );
};

/** Forgets who gave issues their tag: it was cleared, or they are gone. One statement, none without issues. */
export const forgetOrigins = async (issues: readonly number[]): Promise<void> => {
  if (issues.length > 0) await database.deleteFrom('tag_origin').where('issue', 'in', issues).execute();
};

/** Who gave these issues the tag that they still have, by issue. One statement, none without issues. */
export const originsOf = async (issues: readonly number[]): Promise<ReadonlyMap<number, TagOrigin>> => {
  if (issues.length === 0) return new Map();
  const { rows } = await sql<Row>`
    SELECT /*+ INL_JOIN(w, a) */ o.issue, o.how, o.at, a.account_id
    FROM tag_origin o JOIN work_item w ON w.id = o.issue AND w.tag = o.tag LEFT JOIN account a ON a.id = o.author
    WHERE o.issue IN (${sql.join(issues)})`.execute(database);
  return new Map(
    rows.map(({ issue, how, at, account_id }) => [
      Number(issue),
      { how: how as Origin, by: typeof account_id === 'string' ? account_id : null, at: Number(at) },
    ]),
  );
};

/** The people, not yet seen on a day, whom the origins of issues with ids above `after` and up to `upTo` name. One statement. */
export const originAuthorsIn = async (
  { after, upTo }: { after: number; upTo: number },
  day: number,
): Promise<number[]> => {
  const { rows } = await sql<{ author: number }>`
    SELECT /*+ INL_JOIN(a) */ named.author FROM (
      SELECT DISTINCT author FROM tag_origin WHERE issue > ${after} AND issue <= ${upTo} AND author IS NOT NULL
    ) named JOIN account a ON a.id = named.author WHERE a.seen < ${day}`.execute(database);
  return rows.map(({ author }) => Number(author));
};
