import TextArea from '@atlaskit/textarea';
import { useState } from 'react';
import type { ListedObjective } from '../../../../../../src/contract';
import { remarkProblem, tidyText } from '../../../../../../src/domain/strategy/objectiveRules';
import { FormDialog } from '../../../../shared/dialog/FormDialog';
import { tellDone } from '../../../../shared/flags';
import { SelectOne } from '../../../../shared/form/SelectOne';
import { FormField } from '../../../../shared/form/FormField';
import { objectiveOptions } from '../../editing/form/objectiveOptions';
import type { Verdict } from './ProposalItem';
import { type ShownProposal, useDecideProposal } from './useProposals';
import styles from './proposals.module.css';

type Props = {
  epic: ShownProposal;
  verdict: Exclude<Verdict, 'state'>;
  objectives: readonly ListedObjective[];
  onClose: () => void;
  onClosed: () => void;
};

/** Accepts a proposed epic for an active objective, or declines it. */
export function DecideDialog({ epic, verdict, objectives, onClose, onClosed }: Props) {
  const decide = useDecideProposal();
  const [objective, setObjective] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const isAccepting = verdict === 'accept';
  const name = epic.issue.key;
  const options = objectiveOptions(objectives, ({ status, archived }) => status === 'active' && !archived);

  const problem = isAccepting ? null : remarkProblem('reason', reason);

  const submit = () => {
    if (isAccepting && objective === null) return setMissing(true);
    if (problem !== null) return;
    const decision = isAccepting && objective !== null ? { accept: objective } : { decline: tidyText(reason) };
    decide.mutate(
      { issueId: epic.id, decision },
      {
        onSuccess: () => {
          tellDone(`decided-${epic.id}`, isAccepting ? `${name} accepted for ${objective}` : `${name} declined`);
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={isAccepting ? `Accept ${name}` : `Decline ${name}`}
      onClose={onClose}
      onClosed={onClosed}
      action={isAccepting ? 'Accept' : 'Decline'}
      onSubmit={submit}
      isBusy={decide.isPending}
      failure={decide.error}
    >
      <p className="subtle" dir="auto">
        {epic.issue.summary}
      </p>
      {isAccepting ? (
        <div className={styles.room}>
          <FormField
            label="Objective"
            isRequired
            hint="The epic is linked to it, and so is all work below it that has no link of its own."
            error={isMissing && objective === null ? 'Choose the objective that it serves.' : null}
          >
            {(control) => (
              <SelectOne
                {...control}
                options={options}
                placeholder={options.length > 0 ? 'Find an active objective' : 'No objective is active'}
                value={objective}
                onChange={setObjective}
              />
            )}
          </FormField>
        </div>
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
    </FormDialog>
  );
}
