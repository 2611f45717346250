import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import type { Proposal } from '../../../../../src/contract';
import { useFormat, useHost } from '../../../shared/host';
import styles from './candidateEpics.module.css';

const STATE: Record<Proposal['state'], { name: string; look: ThemeAppearance }> = {
  proposed: { name: 'Proposed', look: 'inprogress' },
  accepted: { name: 'Accepted', look: 'success' },
  declined: { name: 'Declined', look: 'removed' },
};

/** What became of proposing an epic: its state, why, and for which objective. */
export function ProposalState({ proposal }: { proposal: Proposal | null }) {
  const format = useFormat();
  const { context } = useHost();
  if (proposal === null) return <span className={styles.subtle}>Not proposed</span>;
  const { state, proposedBy, proposedAt, note, reason, objective } = proposal;
  const { name, look } = STATE[state];
  const isMine = 'accountId' in context && context.accountId === proposedBy;
  const why = state === 'proposed' ? note : reason;
  return (
    <div className={styles.proposal}>
      <span>
        <Lozenge appearance={look}>{name}</Lozenge>
      </span>
      {objective && (
        <span>
          for {objective.key} <bdi>{objective.title}</bdi>
        </span>
      )}
      {why !== null && (
        <span className={styles.why} dir="auto">
          {why}
        </span>
      )}
      <span className={styles.subtle}>
        {isMine ? 'By you on ' : 'On '}
        {format.date(proposedAt)}
      </span>
    </div>
  );
}
