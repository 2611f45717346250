import type { ListedObjective } from '../../../../../../src/contract';
import { FormDialog } from '../../../../shared/dialog/FormDialog';
import { tellDone } from '../../../../shared/flags';
import { useDeleteObjective } from '../useStrategy';

type Props = { objective: ListedObjective; onDeleted: () => void; onClose: () => void; onClosed?: () => void };

/** Asks before a draft is deleted, which cannot be undone. */
export function DeleteDialog({ objective: { key, title, revision }, onDeleted, onClose, onClosed }: Props) {
  const remove = useDeleteObjective();
  const submit = () =>
    remove.mutate(
      { key, revision },
      {
        onSuccess: () => {
          tellDone(`deleted-${key}`, `${key} deleted`);
          onDeleted();
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={`Delete ${key}?`}
      action="Delete"
      onClose={onClose}
      onClosed={onClosed}
      onSubmit={submit}
      isBusy={remove.isPending}
      failure={remove.error}
    >
      <p>
        <bdi>{title}</bdi> is deleted with its key results, check-ins and history. This cannot be undone.
      </p>
    </FormDialog>
  );
}
