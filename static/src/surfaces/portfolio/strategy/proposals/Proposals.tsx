import { ModalTransition } from '@atlaskit/modal-dialog';
import { useRef, useState } from 'react';
import type { ListedObjective } from '../../../../../../src/contract';
import { Card } from '../../../../shared/Card';
import { ErrorState } from '../../../../shared/ErrorState';
import { useFormat } from '../../../../shared/host';
import { Loading } from '../../../../shared/Loading';
import { ProposalItem, type Verdict } from './ProposalItem';
import { DecideDialog } from './DecideDialog';
import { type ShownProposal, useProposals } from './useProposals';
import styles from './proposals.module.css';

type Deciding = { epic: ShownProposal; verdict: Verdict; button: HTMLElement };

/** Epics that people proposed: those to decide on, and those decided. */
export function Proposals({ objectives }: { objectives: readonly ListedObjective[] }) {
  const proposals = useProposals();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const format = useFormat();
  const hidden = proposals.data?.hidden ?? 0;
  const waiting = proposals.data?.epics.filter(({ proposal }) => proposal.state === 'proposed') ?? [];
  const decided = proposals.data?.epics.filter(({ proposal }) => proposal.state !== 'proposed') ?? [];

  const decide = (epic: ShownProposal, verdict: Verdict, button: HTMLElement) => setDeciding({ epic, verdict, button });

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
      <ModalTransition>
        {deciding && (
          <DecideDialog
            {...deciding}
            objectives={objectives}
            onClose={() => setDeciding(null)}
            // Once it is decided, the button that opened the dialog is gone.
            onClosed={() => (deciding.button.isConnected ? deciding.button : list.current)?.focus()}
          />
        )}
      </ModalTransition>
    </Card>
  );
}
