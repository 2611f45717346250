import { Stack } from '@atlaskit/primitives/compiled';
import { Card } from '../../../shared/Card';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { IssueLink } from '../../../shared/IssueLink';
import { IssueStatus } from '../../../shared/IssueStatus';
import { Loading } from '../../../shared/Loading';
import { useBlockedWork } from '../usePortfolio';
import styles from './objective.module.css';

function Issues({ objectiveKey }: { objectiveKey: string }) {
  const format = useFormat();
  const work = useBlockedWork(objectiveKey);
  if (work.isPending) return <Loading lines={3} label="Loading blocked work" />;
  if (work.isError) return <ErrorState error={work.error} retry={() => void work.refetch()} />;
  const { issues, hidden, total } = work.data;
  const rest = total - issues.length - hidden;
  return (
    <>
      <Stack as="ul" space="space.100">
        {issues.map((issue) => (
          <li key={issue.id} className={styles.issue}>
            <IssueLink issueKey={issue.key} /> <bdi>{issue.summary}</bdi> <IssueStatus status={issue.status} />
          </li>
        ))}
      </Stack>
      {hidden > 0 && <p className="subtle">{format.number(hidden)} more you cannot see</p>}
      {rest > 0 && <p className="subtle">{format.number(rest)} more, older ones, are not shown</p>}
    </>
  );
}

/** Open work that is blocked or flagged. Read only if `count` says that there is some. */
export function Blocked({ objectiveKey, count }: { objectiveKey: string; count: number }) {
  return (
    <Card title="Blocked work" about="Open, and flagged or blocked">
      {count === 0 ? <p className="subtle">Nothing is blocked.</p> : <Issues objectiveKey={objectiveKey} />}
    </Card>
  );
}
