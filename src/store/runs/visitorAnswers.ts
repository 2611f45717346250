import { sql } from 'kysely';
import { batches } from '../../domain/batches';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import { type Spent, spendingPart } from './visitorSpending';

/**
 * What Jira answered about a visitor's permissions, for an issue, or for the site (`subject` 0). `answer` is JSON: ids
 * and yes or no, never a name.
 */
export type VisitorAnswer = { subject: number; answer: unknown };

const ANSWERS_A_STATEMENT = 500;
/** As subjects: what the visitor spent, and below it settings, in their order, which the same statement reads. */
const SPENT = -3;
const FIRST_SETTING = -10;

/**
 * Some settings, what a visitor spent, and what Jira answered about them on these subjects since an instant (epoch
 * milliseconds). Every page needs all three, so it is one statement.
 * @returns settings in the order of the names
 */
export const settingsAndAnswers = async (
  names: readonly string[],
  account: string,
  subjects: readonly number[],
  since: number,
): Promise<{ settings: unknown[]; spent: Spent | null; answers: VisitorAnswer[] }> => {
  const settings = names.map(
    (name, at) => sql`
    UNION ALL
    SELECT ${sql.lit(FIRST_SETTING - at)} AS subject, value AS answer FROM setting WHERE name = ${name}`,
  );
  const { rows } = await sql<Row>`
    ${spendingPart(SPENT, account)} ${sql.join(settings, sql` `)}
    UNION ALL
    SELECT subject, answer FROM visitor_answer
    WHERE account = ${account} AND subject IN (${sql.join(subjects)}) AND asked >= ${since}`.execute(database);
  const answers = rows.map((row) => ({
    subject: Number(row.subject),
    answer: JSON.parse(String(row.answer)) as unknown,
  }));
  const of = (wanted: number): unknown => answers.find(({ subject }) => subject === wanted)?.answer;
  return {
    settings: names.map((_, at) => of(FIRST_SETTING - at)),
    // The statement made this text, so its shape is known.
    spent: (of(SPENT) ?? null) as Spent | null,
    answers: answers.filter(({ subject }) => subject !== SPENT && subject > FIRST_SETTING),
  };
};

/** Stores what Jira answered about a visitor at an instant (epoch milliseconds). One statement for each 500. */
export const storeAnswers = async (
  account: string,
  answers: readonly VisitorAnswer[],
  asked: number,
): Promise<void> => {
  for (const some of batches(answers, ANSWERS_A_STATEMENT)) {
    await database
      .insertInto('visitor_answer')
      .values(some.map(({ subject, answer }) => ({ account, subject, asked, answer: JSON.stringify(answer) })))
      .onDuplicateKeyUpdate({ asked: sql`VALUES(asked)`, answer: sql`VALUES(answer)` })
      .execute();
  }
};

/** Forgets answers before an instant (epoch milliseconds): nothing of a visitor is kept that no page uses. */
export const forgetAnswers = async (before: number): Promise<void> => {
  await database.deleteFrom('visitor_answer').where('asked', '<', before).execute();
};

/** As subject: when the visitor's pages reported that the projection is behind. */
const HINTS = -2;

/**
 * When the visitor's pages reported that the projection is behind, since an instant (epoch milliseconds). One
 * statement.
 */
export const hintsSince = async (account: string, since: number): Promise<number[]> => {
  const [kept] = (await settingsAndAnswers([], account, [HINTS], since)).answers;
  return Array.isArray(kept?.answer) ? kept.answer.map(Number).filter((at) => at >= since) : [];
};

/** Stores the times of such reports, the last of them now. */
export const noteHints = (account: string, times: readonly number[], now: number): Promise<void> =>
  storeAnswers(account, [{ subject: HINTS, answer: times }], now);
