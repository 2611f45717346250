import type { IssueAlignment, StoredIssue } from '../../../../src/contract';
import { jiraInstant } from '../../../../src/domain/time/jiraInstant';
import { linkedObjectives } from './linkedObjectives';
import { readIssues } from '../../shared/jira/issues';
import { malformedText } from '../../shared/fieldValue';

/** An issue as Jira shows it to the viewer now. */
export type SeenIssue = {
  key: string;
  summary: string;
  parentId: string | null;
  updated: number;
  /** the field's value is malformed, and counts as no tag */
  hasMalformedTag: boolean;
  /** how many objectives its links join it to; 0 where nothing is served by a link */
  linkedObjectives: number;
};

/** Issues by id, without those that Jira hides from the viewer. */
export type SeenIssues = ReadonlyMap<string, SeenIssue>;

/** Reads the panel's issue and its ancestors from Jira, as the viewer. */
export async function readSeen({
  stored,
  field,
  provenance,
}: Pick<IssueAlignment, 'stored' | 'field' | 'provenance'>): Promise<SeenIssues> {
  const joins = provenance.kind === 'link' ? provenance.joins : null;
  const issues = await readIssues(
    stored.map(({ id }) => id),
    ['summary', 'parent', 'updated', ...(field === null ? [] : [field]), ...(joins === null ? [] : ['issuelinks'])],
  );
  return new Map(
    [...issues].map(([id, { key, fields }]): [string, SeenIssue] => [
      id,
      {
        key,
        summary: fields.summary ?? '',
        parentId: fields.parent?.id ?? null,
        updated: jiraInstant(fields.updated ?? ''),
        hasMalformedTag: field !== null && malformedText(fields[field]) !== null,
        linkedObjectives: joins === null ? 0 : linkedObjectives(fields.issuelinks ?? [], joins),
      },
    ]),
  );
}

/** Whether Jira shows a later change of an issue, or another parent, than the app has stored. */
export const isBehind = (stored: readonly StoredIssue[], seen: SeenIssues): boolean =>
  stored.some(({ id, parentId, updated }) => {
    const now = seen.get(id);
    return now !== undefined && (now.updated > Date.parse(updated) || now.parentId !== parentId);
  });
