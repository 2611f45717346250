import { type EndedIssues, issuesIn } from '../../../../../src/domain/work/droppedMoves';
import { InJira } from '../../../shared/counted/InJira';
import { useFormat } from '../../../shared/host';
import { endedJql } from './endedJql';

/** A number of issues that have ended, which opens them in Jira where JQL can name them. */
export function EndedInJira({ ended }: { ended: readonly EndedIssues[] }) {
  const text = useFormat().count(issuesIn(ended), 'issue');
  const jql = endedJql(ended);
  return jql === null ? text : <InJira text={text} jql={jql} />;
}
