import { ModalTransition } from '@atlaskit/modal-dialog';
import { useRef, useState } from 'react';
import type { StatedObjective, Strategy } from '../../../../../../src/contract';
import { Card } from '../../../../shared/Card';
import { SaveCsv } from '../../../../shared/csv/SaveCsv';
import { tellDone } from '../../../../shared/flags';
import { ErrorState } from '../../../../shared/ErrorState';
import { useFormat } from '../../../../shared/host';
import { Loading } from '../../../../shared/Loading';
import { useNames } from '../../../../shared/people/useNames';
import { ProposalItem, type Verdict } from './ProposalItem';
import { DecideDialog } from './DecideDialog';
import { proposalsCsv } from './proposalsCsv';
import { StateDialog } from './StateDialog';
import { type ShownProposal, useDecideProposal, useProposals } from './useProposals';
import styles from './proposals.module.css';

type Deciding = { epic: ShownProposal; verdict: Verdict; button: HTMLElement };

/** Epics that people proposed: those to decide on, and those decided. */
export function Proposals({ strategy }: { strategy: Strategy }) {
  const proposals = useProposals();
  const accepted = useDecideProposal();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const format = useFormat();
  const hidden = proposals.data?.hidden ?? 0;
  const waiting = proposals.data?.epics.filter(({ proposal }) => proposal.state === 'proposed') ?? [];
  const decided = proposals.data?.epics.filter(({ proposal }) => proposal.state !== 'proposed') ?? [];

  const shown = [...waiting, ...decided];
  const nameOf = useNames(shown.flatMap(({ proposal }) => [proposal.proposedBy, proposal.decidedBy]));

  const decide = (epic: ShownProposal, verdict: Verdict, button: HTMLElement) => setDeciding({ epic, verdict, button });

  /** A draft takes no work yet: then the proposal goes on waiting. */
  const accept = ({ id, issue }: ShownProposal, { key, status }: StatedObjective) => {
    if (status !== 'active') return;
    accepted.mutate(
      { issueId: id, decision: { accept: key } },
      { onSuccess: () => tellDone(`decided-${id}`, `${issue.key} accepted for ${key}`) },
    );
  };

  const close = () => setDeciding(null);
  // Once it is decided, the button that opened the dialog is gone.
  const focusAgain = ({ button }: Deciding) => (button.isConnected ? button : list.current)?.focus();

  return (
    <Card
      title="Proposed epics"
      about="Unlinked epics that people propose on the project page as the ground for an objective."
    >
      {proposals.isPending && <Loading lines={3} label="Loading proposed epics" />}
      {proposals.isError && <ErrorState error={proposals.error} retry={() => void proposals.refetch()} />}
      {proposals.isSuccess && (
        <div ref={list} className={styles.lists} role="group" aria-label="Proposed epics to decide on" tabIndex={-1}>
          {waiting.length > 0 ? (
            <ul className={styles.list}>
              {waiting.map((epic) => (
                <ProposalItem key={epic.id} epic={epic} onDecide={(verdict, button) => decide(epic, verdict, button)} />
              ))}
            </ul>
          ) : (
            <p className="subtle">
              {decided.length > 0 || hidden > 0 ? 'All that you can see is decided.' : 'Nothing is proposed.'}
            </p>
          )}
          {hidden > 0 && (
            <p className="subtle">{format.number(hidden)} more you cannot see: who may see them decides on them.</p>
          )}
        </div>
      )}
      {accepted.isError && <ErrorState error={accepted.error} />}
      {decided.length > 0 && (
        <details className={styles.decided}>
          <summary>Decided ({decided.length})</summary>
          <ul className={styles.list}>
            {decided.map((epic) => (
              <ProposalItem key={epic.id} epic={epic} />
            ))}
          </ul>
        </details>
      )}
      {shown.length > 0 && (
        <div>
          <SaveCsv name="proposed-epics" columns={proposalsCsv(nameOf)} rows={shown} />
        </div>
      )}
      <ModalTransition>
        {deciding && deciding.verdict === 'state' && (
          <StateDialog
            epic={deciding.epic}
            strategy={strategy}
            onStated={(saved) => accept(deciding.epic, saved)}
            onClose={close}
            onClosed={() => focusAgain(deciding)}
          />
        )}
        {deciding && deciding.verdict !== 'state' && (
          <DecideDialog
            epic={deciding.epic}
            verdict={deciding.verdict}
            objectives={strategy.objectives}
            onClose={close}
            onClosed={() => focusAgain(deciding)}
          />
        )}
      </ModalTransition>
    </Card>
  );
}
