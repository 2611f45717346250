import { CallError } from '../ask';
import { readJira } from './readJira';

/** Ids in a page of Jira's search. */
const PAGE = 5000;

type Page = { issues: { id: string }[]; nextPageToken?: string | null };

/**
 * The ids of all issues that a JQL finds, as the viewer.
 * @throws CallError `invalid` with Jira's words if it does not understand the JQL, or if there are more than `most`
 */
export async function searchIds(jql: string, most: number): Promise<string[]> {
  const found: string[] = [];
  let nextPageToken: string | null = null;
  do {
    const page: Page = await readJira<Page>('/rest/api/3/search/jql', {
      jql,
      fields: ['id'],
      maxResults: PAGE,
      ...(nextPageToken === null ? {} : { nextPageToken }),
    });
    found.push(...page.issues.map(({ id }) => id));
    if (found.length > most) {
      throw new CallError('invalid', `More than ${most} issues match. Narrow what you look for.`, null);
    }
    nextPageToken = page.nextPageToken ?? null;
  } while (nextPageToken !== null);
  return found;
}
