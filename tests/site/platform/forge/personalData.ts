import { z } from 'zod';
import { TextResponse } from '../../http/textResponse';
import type { Directory } from '../../jira/directory';

/** The scope that the report needs, and Atlassian's limit of accounts in one. */
const SCOPE = 'report:personal-data';
const MOST_ACCOUNTS = 90;

export const REPORT_PATH = '/app/report-accounts';

const body = z.object({
  accounts: z
    .array(z.object({ accountId: z.string().min(1).max(128), updatedAt: z.iso.datetime() }))
    .min(1)
    .max(MOST_ACCOUNTS),
});

/**
 * Atlassian's answer to an app that reports the accounts whose personal data it stores: those closed, whose data must be
 * erased, and those changed since `updatedAt`; 204 if there are none. It knows the accounts of all sites, here of one.
 */
export const answerReport = (directory: Directory, scopes: readonly string[], sent: string): Response => {
  if (!scopes.includes(SCOPE)) {
    return TextResponse.json({ code: 401, message: 'Unauthorized; scope does not match' }, { status: 401 });
  }
  const { data } = body.safeParse(JSON.parse(sent));
  if (!data) return TextResponse.json({ errors: ['The request body is not valid.'] }, { status: 400 });
  const accounts = data.accounts.flatMap(({ accountId, updatedAt }) => {
    const user = directory.byAccountId.get(accountId);
    if (user?.state === 'closed') return { accountId, status: 'closed' };
    return user && user.changedAt > Date.parse(updatedAt) ? { accountId, status: 'updated' } : [];
  });
  return accounts.length === 0 ? new Response(null, { status: 204 }) : TextResponse.json({ accounts });
};
