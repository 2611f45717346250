import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import { remarkProblem, tidyText } from '../../../../../src/domain/strategy/objectiveRules';
import { FormDialog } from '../../../shared/dialog/FormDialog';
import { tellDone } from '../../../shared/flags';
import { FormField } from '../../../shared/form/FormField';
import { type ShownEpic, useProposeEpic } from './useUnlinkedEpics';

type Props = { epic: ShownEpic; onClose: () => void };

/** Proposes an epic to strategy editors, with a note. */
export function ProposeDialog({ epic, onClose }: Props) {
  const propose = useProposeEpic();
  const [note, setNote] = useState('');

  const problem = remarkProblem('note', note);

  const submit = () => {
    if (problem !== null) return;
    propose.mutate(
      { issueId: epic.id, proposal: { note: tidyText(note) } },
      {
        onSuccess: () => {
          tellDone(`proposed-${epic.id}`, `${epic.key} proposed`, 'It waits for a strategy editor.');
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={`Propose ${epic.key}`}
      onClose={onClose}
      action="Propose"
      onSubmit={submit}
      isBusy={propose.isPending}
      failure={propose.error}
    >
      <p className="subtle" dir="auto">
        {epic.summary}
      </p>
      <FormField
        label="Note"
        error={problem}
        hint="What it would achieve, and for which objective. Where it is accepted, the epic is linked to that objective."
      >
        {(control) => (
          <TextArea
            {...control}
            minimumRows={3}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        )}
      </FormField>
    </FormDialog>
  );
}
