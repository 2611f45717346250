import { Stack } from '@atlaskit/primitives/compiled';
import { Card } from '../../../shared/Card';
import { ErrorState } from '../../../shared/ErrorState';
import { IssueLink } from '../../../shared/IssueLink';
import { IssueStatus } from '../../../shared/IssueStatus';
import { Loading } from '../../../shared/Loading';
import { ShownOf } from '../../../shared/ShownOf';
import { useBlockedWork } from '../usePortfolio';
import styles from './objective.module.css';

function Issues({ objectiveKey }: { objectiveKey: string }) {
  const work = useBlockedWork(objectiveKey);
  if (work.isPending) return <Loading lines={3} label="Loading blocked work" />;
  if (work.isError) return <ErrorState error={work.error} retry={() => void work.refetch()} />;
  const { issues, hidden, total } = work.data;
  return (
    <>
      <Stack as="ul" space="space.100">
        {issues.map((issue) => (
          <li key={issue.id} className={styles.issue}>
            <IssueLink issueKey={issue.key} /> <bdi>{issue.summary}</bdi> <IssueStatus status={issue.status} />
          </li>
        ))}
      </Stack>
      {issues.length < total && <ShownOf shown={issues.length} total={total} hidden={hidden} />}
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
