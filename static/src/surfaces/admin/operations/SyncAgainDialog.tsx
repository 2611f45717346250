import type { Operations } from '../../../../../src/contract';
import { MINUTE_MS } from '../../../../../src/domain/time/milliseconds';
import { FormDialog } from '../../../shared/dialog/FormDialog';
import { tellDone } from '../../../shared/flags';
import { useFormat } from '../../../shared/host';
import { duration } from './duration';
import { useSyncAgain } from './useOperations';

type Props = {
  cost: NonNullable<Operations['syncAgain']>;
  hourlyPoints: number;
  onClose: () => void;
  onClosed: () => void;
};

/** Says what another full sync does and costs, before it starts. */
export function SyncAgainDialog({ cost, hourlyPoints, onClose, onClosed }: Props) {
  const format = useFormat();
  const again = useSyncAgain();
  const start = () =>
    again.mutate(undefined, {
      onSuccess: () => {
        tellDone('sync-again', 'The full sync has started', 'It goes on by itself, also when you leave this page.');
        onClose();
      },
    });
  return (
    <FormDialog
      title="Start another full sync?"
      width="small"
      onClose={onClose}
      onClosed={onClosed}
      action="Start full sync"
      onSubmit={start}
      isBusy={again.isPending}
      failure={again.error}
    >
      <p>
        The app reads about {format.number(cost.issues)} issues once more. Pages stay usable and go on showing figures,
        changes are followed meanwhile, and what Jira no longer has is removed.
      </p>
      <p>
        It takes about {duration(cost.minutes * MINUTE_MS)} and {format.number(cost.points)} of Jira’s rate points. The
        app allows itself {format.number(hourlyPoints)} an hour, and a full sync waits where they run short.
      </p>
      <p className="subtle">It is seldom needed: the app checks itself against Jira every hour and every day.</p>
    </FormDialog>
  );
}
