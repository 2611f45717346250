import { batches } from '../../../../src/domain/batches';
import { readJira } from './readJira';

/** Most issues that one call compares with a JQL. */
const AT_ONCE = 1000;

/** Which of these issues a JQL finds, as the viewer. */
export async function matching(ids: readonly string[], jql: string): Promise<ReadonlySet<string>> {
  const answers = await Promise.all(
    batches(ids, AT_ONCE).map((some) =>
      readJira<{ matches: { matchedIssues: number[] }[] }>('/rest/api/3/jql/match', {
        issueIds: some.map(Number),
        jqls: [jql],
      }),
    ),
  );
  return new Set(answers.flatMap(({ matches }) => matches.flatMap(({ matchedIssues }) => matchedIssues)).map(String));
}

/** A text as a JQL string. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** What a filter of issues asks of Jira. */
export type IssueFilter = { isMine: boolean; text: string };

/** A filter in JQL; `null`: it holds nothing back. */
export const jqlOf = ({ isMine, text }: IssueFilter): string | null => {
  const clauses = [
    ...(isMine ? ['assignee = currentUser()'] : []),
    ...(text.trim() === '' ? [] : [`text ~ ${quoted(text.trim())}`]),
  ];
  return clauses.length === 0 ? null : clauses.join(' AND ');
};
