import { Stack } from '@atlaskit/primitives/compiled';
import { AsOf } from '../../../shared/AsOf';
import { ErrorState } from '../../../shared/ErrorState';
import { Loading } from '../../../shared/Loading';
import { ChecksCard } from './ChecksCard';
import { FailuresCard } from './FailuresCard';
import { LagCard } from './LagCard';
import { RateCard } from './RateCard';
import { SetAsideCard } from './SetAsideCard';
import { StateMessage } from './StateMessage';
import { SyncCard } from './SyncCard';
import { TooManyObjectives } from './TooManyObjectives';
import { useOperations } from './useOperations';
import styles from './operations.module.css';

/** Whether the app is in step with Jira, what that costs, and what failed. */
export function OperationsTab() {
  const { data, error, isPending, isFetching, refetch } = useOperations();
  return (
    <Stack space="space.200">
      {data && (
        <AsOf className={styles.asOf} instant={data.asOf} isReading={isFetching} onRefresh={() => void refetch()} />
      )}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {isPending && <Loading lines={8} label="Loading how the app runs" />}
      {data && (
        <>
          <StateMessage operations={data} />
          <TooManyObjectives objectives={data.objectives} />
          <div className={styles.cards}>
            <SyncCard operations={data} />
            <LagCard operations={data} />
            <ChecksCard operations={data} />
            <RateCard operations={data} />
            {data.setAside.length > 0 && <SetAsideCard operations={data} />}
            <FailuresCard operations={data} />
          </div>
        </>
      )}
    </Stack>
  );
}
