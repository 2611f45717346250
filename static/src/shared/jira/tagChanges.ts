import { jiraInstant } from '../../../../src/domain/time/jiraInstant';
import type { User } from './people';
import { readJira } from './readJira';

/** A change of a field in Jira's history. `isApp`: an app made it; `at`: epoch milliseconds */
export type FieldChange = { by: string; isApp: boolean; at: number };

type History = { author?: User | null; created: string | number; items: { fieldId?: string }[] };
type Page = { issueChangeLogs: { issueId: string; changeHistories: History[] }[]; nextPageToken?: string | null };

/** Below this a number of Jira's is seconds, not milliseconds: its schema says a date, its example is seconds. */
const LEAST_MS = 100_000_000_000;

const instantOf = (created: string | number): number =>
  typeof created === 'string' ? jiraInstant(created) : created < LEAST_MS ? created * 1000 : created;

/**
 * The changes of a field of up to 1,000 issues, by issue, as the viewer. An issue without any is missing: what the field holds
 * it has held since the issue was created. One call for each 1,000 changes.
 */
export async function readFieldChanges(ids: readonly string[], field: string): Promise<Map<string, FieldChange[]>> {
  const found = new Map<string, FieldChange[]>();
  let nextPageToken: string | null = null;
  while (ids.length > 0) {
    const page: Page = await readJira<Page>('/rest/api/3/changelog/bulkfetch', {
      issueIdsOrKeys: ids,
      fieldIds: [field],
      ...(nextPageToken !== null && { nextPageToken }),
    });
    for (const { issueId, changeHistories } of page.issueChangeLogs) {
      const changes = changeHistories.flatMap(({ author, created, items }): FieldChange[] =>
        author && items.some(({ fieldId }) => fieldId === field)
          ? [{ by: author.accountId, isApp: author.accountType === 'app', at: instantOf(created) }]
          : [],
      );
      found.set(issueId, [...(found.get(issueId) ?? []), ...changes]);
    }
    nextPageToken = page.nextPageToken ?? null;
    if (nextPageToken === null) break;
  }
  return found;
}
