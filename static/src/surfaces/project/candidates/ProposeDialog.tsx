import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { showFlag } from '@forge/bridge';
import { useState } from 'react';
import { remarkProblem, tidyText } from '../../../../../src/domain/strategy/objectiveRules';
import { Dialog } from '../../../shared/dialog/Dialog';
import { ErrorState } from '../../../shared/ErrorState';
import { FormField } from '../../../shared/form/FormField';
import { type ShownEpic, useProposeEpic } from './useCandidateEpics';
import styles from './candidateEpics.module.css';

type Props = { epic: ShownEpic; onClose: () => void };

/** Proposes an epic to the strategy's editors, with a note that tells them why. */
export function ProposeDialog({ epic, onClose }: Props) {
  const propose = useProposeEpic();
  const [note, setNote] = useState('');

  const problem = remarkProblem('note', note);

  const submit = () =>
    problem === null &&
    propose.mutate(
      { issueId: epic.id, proposal: { note: tidyText(note) } },
      {
        onSuccess: () => {
          void showFlag({
            id: `proposed-${epic.id}`,
            type: 'success',
            title: `${epic.key} proposed`,
            description: 'It waits for a strategy editor.',
            isAutoDismiss: true,
          });
          onClose();
        },
      },
    );

  return (
    <Dialog
      title={`Propose ${epic.key}`}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button appearance="primary" type="submit" isLoading={propose.isPending}>
            Propose
          </Button>
        </>
      }
    >
      <div className={styles.candidates}>
        <p className={styles.subtle} dir="auto">
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
        {propose.isError && <ErrorState error={propose.error} />}
      </div>
    </Dialog>
  );
}
