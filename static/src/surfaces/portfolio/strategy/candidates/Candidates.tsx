import { ModalTransition } from '@atlaskit/modal-dialog';
import { useRef, useState } from 'react';
import type { StatedObjective } from '../../../../../../src/contract';
import { Card } from '../../../../shared/Card';
import { ErrorState } from '../../../../shared/ErrorState';
import { Loading } from '../../../../shared/Loading';
import { CandidateItem, type Verdict } from './CandidateItem';
import { DecideDialog } from './DecideDialog';
import { type ShownCandidate, useCandidates } from './useCandidates';
import styles from './candidates.module.css';

type Deciding = { candidate: ShownCandidate; verdict: Verdict; button: HTMLElement };

/** Epics that people proposed: those to decide on, and those decided. */
export function Candidates({ objectives }: { objectives: readonly StatedObjective[] }) {
  const candidates = useCandidates();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const waiting = candidates.data?.filter(({ proposal }) => proposal.state === 'proposed') ?? [];
  const decided = candidates.data?.filter(({ proposal }) => proposal.state !== 'proposed') ?? [];

  const decide = (candidate: ShownCandidate, verdict: Verdict, button: HTMLElement) =>
    setDeciding({ candidate, verdict, button });

  return (
    <Card
      title="Candidates"
      about="Epics that serve nothing, which people propose on the project page as the ground for an objective."
    >
      {candidates.isPending && <Loading lines={3} label="Loading candidates" />}
      {candidates.isError && <ErrorState error={candidates.error} retry={() => void candidates.refetch()} />}
      {candidates.isSuccess && (
        <div ref={list} className={styles.lists} role="group" aria-label="Candidates to decide on" tabIndex={-1}>
          {waiting.length > 0 ? (
            <ul className={styles.list}>
              {waiting.map((candidate) => (
                <CandidateItem
                  key={candidate.id}
                  candidate={candidate}
                  onDecide={(verdict, button) => decide(candidate, verdict, button)}
                />
              ))}
            </ul>
          ) : (
            <p className="subtle">
              {decided.length > 0 ? 'All that was proposed is decided.' : 'Nothing is proposed.'}
            </p>
          )}
        </div>
      )}
      {decided.length > 0 && (
        <details className={styles.decided}>
          <summary>Decided ({decided.length})</summary>
          <ul className={styles.list}>
            {decided.map((candidate) => (
              <CandidateItem key={candidate.id} candidate={candidate} />
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
