import { JiraError } from '../../jira/jiraError';
import { type IdPage, searchIds } from '../../jira/issues';
import { asApp, roomFor } from '../../site/rateBudget';

/** With fewer points a page is not worth a call and a statement. */
const LEAST = 100;

/**
 * The next page of ids that a JQL finds, as large as the hour's rate points allow: each id costs one point.
 * @returns `wait` if the points allow none; `again` if the page token has expired (after seven days), so the list
 * begins anew
 */
export const nextIds = async (
  jql: string,
  token: string | null,
  now: number,
): Promise<{ page: IdPage } | 'wait' | 'again'> => {
  const { points } = await roomFor('upkeep', now);
  if (points < LEAST) return 'wait';
  try {
    return { page: await searchIds(asApp('upkeep'), jql, token, points - 1) };
  } catch (error) {
    if (token === null || !(error instanceof JiraError) || error.failure !== 'invalid') throw error;
    return 'again';
  }
};
