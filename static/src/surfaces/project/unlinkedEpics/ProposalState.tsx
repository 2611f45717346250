import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';
import { Stack } from '@atlaskit/primitives/compiled';
import type { Proposal } from '../../../../../src/contract';
import { useFormat, useHost } from '../../../shared/host';
import { FORMER_USER, PersonName } from '../../../shared/people/PersonName';
import styles from './unlinkedEpics.module.css';

const STATE: Record<Proposal['state'], { name: string; look: ThemeAppearance }> = {
  proposed: { name: 'Proposed', look: 'inprogress' },
  accepted: { name: 'Accepted', look: 'success' },
  declined: { name: 'Declined', look: 'removed' },
};

/** Who proposed or decided, and on which day. */
function By({ accountId, at }: { accountId: string | null; at: string }) {
  const format = useFormat();
  const { context } = useHost();
  const isMe = accountId !== null && 'accountId' in context && context.accountId === accountId;
  return (
    <span className={styles.by}>
      By {isMe ? 'you' : <PersonName accountId={accountId} none={FORMER_USER} />} on {format.date(at)}
    </span>
  );
}

/** A proposal's state, why, for which objective, and by whom. `null`: not proposed */
export function ProposalState({ proposal }: { proposal: Proposal | null }) {
  if (proposal === null) return <span className="subtle">Not proposed</span>;
  const { state, proposedBy, proposedAt, note, decidedBy, decidedAt, reason, objective } = proposal;
  const { name, look } = STATE[state];
  const why = state === 'proposed' ? note : reason;
  return (
    <Stack space="space.025" alignInline="start">
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
      {decidedAt === null ? <By accountId={proposedBy} at={proposedAt} /> : <By accountId={decidedBy} at={decidedAt} />}
    </Stack>
  );
}
