import Button from '@atlaskit/button/new';
import TextArea from '@atlaskit/textarea';
import { showFlag } from '@forge/bridge';
import { useState } from 'react';
import type { StatedObjective } from '../../../../../../src/contract';
import { remarkProblem, tidyText } from '../../../../../../src/domain/strategy/objectiveRules';
import { Dialog } from '../../../../shared/dialog/Dialog';
import { ErrorState } from '../../../../shared/ErrorState';
import { Choice } from '../../../../shared/form/Choice';
import { FormField } from '../../../../shared/form/FormField';
import { activeOptions } from './activeOptions';
import { nameOf, type Verdict } from './CandidateItem';
import { type ShownCandidate, useDecideCandidate } from './useCandidates';
import styles from './candidates.module.css';

type Props = {
  candidate: ShownCandidate;
  verdict: Verdict;
  objectives: readonly StatedObjective[];
  onClose: () => void;
  onClosed: () => void;
};

/** Accepts a proposed epic for an active objective, or declines it with a reason. */
export function DecideDialog({ candidate, verdict, objectives, onClose, onClosed }: Props) {
  const decide = useDecideCandidate();
  const [objective, setObjective] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const isAccepting = verdict === 'accept';
  const name = nameOf(candidate);
  const options = activeOptions(objectives);

  const problem = isAccepting ? null : remarkProblem('reason', reason);

  const submit = () => {
    if (isAccepting && objective === null) return setMissing(true);
    if (problem !== null) return;
    const decision = isAccepting && objective !== null ? { accept: objective } : { decline: tidyText(reason) };
    decide.mutate(
      { issueId: candidate.id, decision },
      {
        onSuccess: () => {
          void showFlag({
            id: `decided-${candidate.id}`,
            type: 'success',
            title: isAccepting ? `${name} accepted for ${objective}` : `${name} declined`,
            isAutoDismiss: true,
          });
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={isAccepting ? `Accept ${name}` : `Decline ${name}`}
      onClose={onClose}
      onClosed={onClosed}
      onSubmit={submit}
      footer={
        <>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button appearance="primary" type="submit" isLoading={decide.isPending}>
            {isAccepting ? 'Accept' : 'Decline'}
          </Button>
        </>
      }
    >
      <div className={styles.dialog} data-accepting={isAccepting}>
        {candidate.issue && (
          <p className={styles.subtle} dir="auto">
            {candidate.issue.summary}
          </p>
        )}
        {isAccepting ? (
          <FormField
            label="Objective"
            isRequired
            hint="The epic is linked to it, and so is all work below that says nothing else."
            error={isMissing && objective === null ? 'Choose the objective that it serves.' : null}
          >
            {(control) => (
              <Choice
                {...control}
                options={options}
                placeholder={options.length > 0 ? 'Find an active objective' : 'No objective is active'}
                value={objective}
                onChange={setObjective}
              />
            )}
          </FormField>
        ) : (
          <FormField label="Reason" hint="Those who see the epic on the project page read it." error={problem}>
            {(control) => (
              <TextArea
                {...control}
                minimumRows={3}
                value={reason}
                onChange={({ currentTarget }) => setReason(currentTarget.value)}
              />
            )}
          </FormField>
        )}
        {decide.isError && <ErrorState error={decide.error} />}
      </div>
    </Dialog>
  );
}
