import type { FieldValue } from '../contract';
import type { JiraIssue } from '../jira/issue';
import { fetchIssues } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import { editableIssues } from '../jira/permissions';
import { isOfObjectiveType } from '../jira/strategyOf';
import { tagOf } from '../jira/toWorkItem';
import { siteReading } from '../site/siteReading';
import { type Tagger, writeTag } from './writeTag';

/**
 * What became of an issue. `done`: it has the tag that was wanted, perhaps it had it before; `kept`: it has another tag
 * than it was to be changed from; `objective`: it is one itself, which takes no tag. `key`: `null` where the viewer may not see it
 */
export type TagChange = {
  issueId: string;
  key: string | null;
  outcome: 'done' | 'forbidden' | 'notFound' | 'objective' | 'kept' | 'failed';
};

/**
 * Gives issues of some projects a tag, or takes theirs. Skips those that the viewer may not see or edit, those that have it
 * already, and objectives, whose own tag says nothing: it can only be taken.
 * @param from the key of the only tag that is changed; default: any
 * @returns what became of each issue, in the given order, and how many were written
 */
export const changeTags = async (
  issueIds: readonly string[],
  { to, from, tagger }: { to: FieldValue | null; from?: string; tagger: Tagger },
  projects: ReadonlySet<number>,
  now: number,
): Promise<{ changes: TagChange[]; written: number }> => {
  const { fields, strategy } = await siteReading();
  const asked = ['project', 'issuetype', ...(fields.objective === null ? [] : [fields.objective])];
  const issues = (await fetchIssues('user', issueIds, asked)).filter((one) => isOf(one, projects));
  const found = new Map(
    issues.map((one) => {
      const takesNone = to !== null && isOfObjectiveType(one, strategy);
      return [one.id, { key: one.key, tag: tagOf(one, fields), takesNone }];
    }),
  );
  const editable = await editableIssues([...found.keys()].map(Number));
  const isDone = (tag: string | null): boolean => tag === (to?.key ?? null);
  const isKept = (tag: string | null): boolean => !isDone(tag) && from !== undefined && tag !== from;
  const toWrite = [...found].flatMap(([id, { tag, takesNone }]) =>
    editable.has(Number(id)) && !takesNone && !isDone(tag) && !isKept(tag) ? [Number(id)] : [],
  );
  const isWritten = await writtenOrNot(toWrite, () => writeTag(toWrite, to, tagger, now));
  const changes = issueIds.map((issueId): TagChange => {
    const issue = found.get(issueId);
    if (issue === undefined) return { issueId, key: null, outcome: 'notFound' };
    const { key, tag, takesNone } = issue;
    if (takesNone) return { issueId, key, outcome: 'objective' };
    if (!editable.has(Number(issueId))) return { issueId, key, outcome: 'forbidden' };
    if (isKept(tag)) return { issueId, key, outcome: 'kept' };
    return { issueId, key, outcome: isDone(tag) || isWritten ? 'done' : 'failed' };
  });
  return { changes, written: isWritten ? toWrite.length : 0 };
};

const isOf = ({ fields }: JiraIssue, projects: ReadonlySet<number>): boolean =>
  projects.has(Number(fields.project?.id));

/** Writes the tag of several issues, and says whether Jira took it: it takes all values of one call or none. */
const writtenOrNot = async (issues: readonly number[], write: () => Promise<void>): Promise<boolean> => {
  if (issues.length === 0) return true;
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof JiraError) return false;
    throw error;
  }
};
