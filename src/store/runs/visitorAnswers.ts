import { sql } from 'kysely';
import { batches } from '../sql/batches';
import { database } from '../sql/database';
import type { Row } from '../sql/selectAll';

/** What Jira answered of a visitor: of an issue, or with 0 of the whole site. `answer` is JSON: ids and yes or no, never a name. */
export type VisitorAnswer = { subject: number; answer: unknown };

const ANSWERS_A_STATEMENT = 500;
/** Stands for the setting that is read in the same statement. */
const SETTING = -1;

/**
 * The setting of a name, and what Jira answered of a visitor since an instant (epoch milliseconds), of these subjects: every page
 * wants both, so it is one statement.
 */
export const settingAndAnswers = async (
  name: string,
  account: string,
  subjects: readonly number[],
  since: number,
): Promise<{ setting: unknown; answers: VisitorAnswer[] }> => {
  const { rows } = await sql<Row>`
    SELECT ${sql.lit(SETTING)} AS subject, value AS answer FROM setting WHERE name = ${name}
    UNION ALL
    SELECT subject, answer FROM visitor_answer
    WHERE account = ${account} AND subject IN (${sql.join(subjects)}) AND asked >= ${since}`.execute(database);
  const answers = rows.map((row) => ({
    subject: Number(row.subject),
    answer: JSON.parse(String(row.answer)) as unknown,
  }));
  return {
    setting: answers.find(({ subject }) => subject === SETTING)?.answer,
    answers: answers.filter(({ subject }) => subject !== SETTING),
  };
};

/** Keeps what Jira answered of a visitor at an instant (epoch milliseconds): a statement for each five hundred. */
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

/** Forgets what is older than an instant (epoch milliseconds): nothing of a visitor stays that no page uses. */
export const forgetAnswers = async (before: number): Promise<void> => {
  await database.deleteFrom('visitor_answer').where('asked', '<', before).execute();
};

/** Stands for the times at which pages of the visitor said that the projection is behind. */
const HINTS = -2;

/** When pages of a visitor said so since an instant (epoch milliseconds): one statement. */
export const hintsSince = async (account: string, since: number): Promise<number[]> => {
  const [kept] = (await settingAndAnswers('', account, [HINTS], since)).answers;
  return Array.isArray(kept?.answer) ? kept.answer.map(Number).filter((at) => at >= since) : [];
};

/** Notes the times of hints, the last of which is now. */
export const noteHints = (account: string, times: readonly number[], now: number): Promise<void> =>
  storeAnswers(account, [{ subject: HINTS, answer: times }], now);
