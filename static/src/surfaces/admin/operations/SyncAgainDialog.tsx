import Button from '@atlaskit/button/new';
import { showFlag } from '@forge/bridge';
import type { Operations } from '../../../../../src/contract';
import { Dialog } from '../../../shared/dialog/Dialog';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { duration } from './duration';
import { useSyncAgain } from './useOperations';
import styles from './operations.module.css';

type Props = { cost: NonNullable<Operations['syncAgain']>; share: number; onClose: () => void; onClosed: () => void };

/** Says what another full sync does and costs before it begins. */
export function SyncAgainDialog({ cost, share, onClose, onClosed }: Props) {
  const format = useFormat();
  const again = useSyncAgain();
  const start = () =>
    again.mutate(undefined, {
      onSuccess: () => {
        void showFlag({
          id: 'sync-again',
          type: 'success',
          title: 'The sync has started',
          description: 'It goes on by itself, also when you leave this page.',
          isAutoDismiss: true,
        });
        onClose();
      },
    });
  return (
    <Dialog
      title="Read the whole site again?"
      width="small"
      onClose={onClose}
      onClosed={onClosed}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button appearance="primary" isLoading={again.isPending} onClick={start}>
            Start sync
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p>
          The app reads about {format.number(cost.issues)} issues once more. Pages stay usable and go on showing
          figures, changes are followed meanwhile, and what Jira no longer has is removed.
        </p>
        <p>
          It takes about {duration(cost.minutes * 60_000)} and {format.number(cost.points)} of Jira’s rate points. The
          app allows itself {format.number(share)} an hour, and a sync waits where they run short.
        </p>
        <p className={styles.subtle}>
          It is seldom needed: the app checks itself against Jira every hour and every day.
        </p>
        {again.isError && <ErrorState error={again.error} />}
      </div>
    </Dialog>
  );
}
