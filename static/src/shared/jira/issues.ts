import type { ListedIssues } from '../../../../src/contract';
import { batches } from '../../../../src/domain/batches';
import { jiraInstant } from '../../../../src/domain/time/jiraInstant';
import { type Person, personFrom, type User } from './people';
import { readJira } from './readJira';

/** An issue as Jira shows it to the viewer. */
export type IssueSummary = {
  id: string;
  key: string;
  summary: string;
  type: { name: string; iconUrl: string | null };
  status: { name: string; category: 'todo' | 'doing' | 'done' };
  assignee: Person | null;
  /** an instant in UTC; `null`: not known */
  updated: string | null;
  estimate: number | null;
};

/** A link of an issue, to another one in either direction. */
export type IssueLinkInJira = {
  type?: { id?: string };
  inwardIssue?: LinkedInJira | null;
  outwardIssue?: LinkedInJira | null;
};
type LinkedInJira = { id: string; fields?: { issuetype?: { id?: string } } };

/** An issue in Jira's answer, as far as pages need it. */
export type JiraIssue = {
  id: string;
  key: string;
  fields: {
    summary?: string | null;
    issuetype?: { name?: string; iconUrl?: string };
    status?: { name?: string; statusCategory?: { key?: string } };
    assignee?: User | null;
    parent?: { id: string } | null;
    updated?: string;
    created?: string;
    issuelinks?: IssueLinkInJira[] | null;
  } & Record<string, unknown>;
};

/** Most issues in one call, and calls at the same time. */
const AT_ONCE = 100;
const CALLS_AT_ONCE = 6;

/** Issues by id, with these fields. Those that are gone or hidden from the viewer are missing. */
export async function readIssues(ids: readonly string[], fields: readonly string[]): Promise<Map<string, JiraIssue>> {
  const answers: { issues: JiraIssue[] }[] = [];
  for (const some of batches(batches(ids, AT_ONCE), CALLS_AT_ONCE)) {
    answers.push(
      ...(await Promise.all(
        some.map((issueIdsOrKeys) =>
          readJira<{ issues: JiraIssue[] }>('/rest/api/3/issue/bulkfetch', { issueIdsOrKeys, fields }),
        ),
      )),
    );
  }
  return new Map(answers.flatMap(({ issues }) => issues).map((issue) => [issue.id, issue]));
}

const SUMMARY_FIELDS = ['summary', 'issuetype', 'status', 'assignee', 'updated'];

const categoryOf = (key: string | undefined): IssueSummary['status']['category'] =>
  key === 'done' ? 'done' : key === 'indeterminate' ? 'doing' : 'todo';

const estimateIn = ({ fields }: JiraIssue, estimates: readonly string[]): number | null =>
  estimates.map((id) => fields[id]).find((value): value is number => typeof value === 'number' && value >= 0) ?? null;

const instantOf = (text: string): string | null => {
  const ms = jiraInstant(text);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};

function summaryOf(issue: JiraIssue, estimates: readonly string[]): IssueSummary {
  const { summary, issuetype, status, assignee, updated } = issue.fields;
  return {
    id: issue.id,
    key: issue.key,
    summary: summary ?? '',
    type: { name: issuetype?.name ?? '', iconUrl: issuetype?.iconUrl ?? null },
    status: { name: status?.name ?? '', category: categoryOf(status?.statusCategory?.key) },
    assignee: assignee ? personFrom(assignee) : null,
    updated: instantOf(updated ?? ''),
    estimate: estimateIn(issue, estimates),
  };
}

/** A list's issues. `shown`: what Jira shows of an issue; `null`: hidden from the viewer */
export async function readListed<Issue extends { id: string }>({
  issues,
  estimates,
}: ListedIssues<Issue>): Promise<{ listed: Issue; shown: IssueSummary | null }[]> {
  const ids = issues.map(({ id }) => id);
  const read = await readIssues(ids, [...SUMMARY_FIELDS, ...estimates]);
  return issues.map((listed) => {
    const issue = read.get(listed.id);
    return { listed, shown: issue ? summaryOf(issue, estimates) : null };
  });
}

/** A list's issues without hidden ones. `hidden`: how many those are */
export async function readShown<Issue extends { id: string }>(
  list: ListedIssues<Issue>,
): Promise<{ issues: (Issue & IssueSummary)[]; hidden: number }> {
  const issues = (await readListed(list)).flatMap(({ listed, shown }) => (shown ? [{ ...listed, ...shown }] : []));
  return { issues, hidden: list.issues.length - issues.length };
}
