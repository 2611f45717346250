import Button from '@atlaskit/button/new';
import type { Strategy } from '../../../../../../src/contract';
import { Dialog } from '../../../../shared/dialog/Dialog';
import { ErrorState } from '../../../../shared/ErrorState';
import { Loading } from '../../../../shared/Loading';
import { ObjectiveDialog } from '../form/ObjectiveDialog';
import { useStatedObjective } from '../useStrategy';

type Props = { objectiveKey: string; strategy: Strategy; onClose: () => void; onClosed?: () => void };

/** Reads an objective whole, then edits it: the list of all has no descriptions. */
export function EditDialog({ objectiveKey, strategy, onClose, onClosed }: Props) {
  const { data, error, refetch } = useStatedObjective(objectiveKey);
  if (!data) return <Waiting error={error} onClose={onClose} retry={() => void refetch()} />;
  return (
    <ObjectiveDialog
      subject={{ kind: 'edit', objective: data }}
      strategy={strategy}
      onClose={onClose}
      onClosed={onClosed}
    />
  );
}

/** Stands in for a dialog until what it shows is read. */
export function Waiting({ error, onClose, retry }: { error: Error | null; onClose: () => void; retry: () => void }) {
  return (
    <Dialog title="Strategy" onClose={onClose} footer={<Button onClick={onClose}>Close</Button>}>
      {error ? <ErrorState error={error} retry={retry} /> : <Loading lines={6} label="Loading the strategy" />}
    </Dialog>
  );
}
