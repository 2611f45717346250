import { privacy } from '@forge/api';
import { z } from 'zod';
import { JiraError } from './jiraError';

/** Accounts in a report: Atlassian's limit. */
export const ACCOUNTS_A_REPORT = 90;

/** What Atlassian says of reported accounts. `updated`: their personal data changed since it was stored */
export type ToldAccounts = { closed: ReadonlySet<string>; updated: ReadonlySet<string> };

const told = z.array(z.object({ accountId: z.string(), status: z.string() }));
/** What the SDK throws is the answer itself. */
const refused = z.object({ status: z.number() });

/**
 * Reports up to 90 accounts whose ids the app stores. One call, which is not one of Jira and costs no rate points.
 * Atlassian asks for every stored account in each period of its cycle, and answers those that are to be erased or read
 * again (developer.atlassian.com/platform/forge/user-privacy-guidelines).
 * @param accounts `updatedAt`: when the person's data was stored (epoch milliseconds)
 * @throws JiraError
 */
export const reportPersonalData = async (
  accounts: readonly { accountId: string; updatedAt: number }[],
): Promise<ToldAccounts> => {
  const answer = told.parse(
    await answered(
      accounts.map(({ accountId, updatedAt }) => ({ accountId, updatedAt: new Date(updatedAt).toISOString() })),
    ),
  );
  const ofStatus = (wanted: string) =>
    new Set(answer.filter(({ status }) => status === wanted).map(({ accountId }) => accountId));
  return { closed: ofStatus('closed'), updated: ofStatus('updated') };
};

const answered = async (accounts: Parameters<typeof privacy.reportPersonalData>[0]): Promise<unknown> => {
  try {
    return await privacy.reportPersonalData(accounts);
  } catch (error) {
    const { data } = refused.safeParse(error);
    throw data ? JiraError.ofStatus(data.status, 'POST /app/report-accounts') : error;
  }
};
