import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Inline } from '@atlaskit/primitives/compiled';
import type { Proposal } from '../../../../../../src/contract';
import { useFormat } from '../../../../shared/host';
import { IssueLink } from '../../../../shared/IssueLink';
import { IssueStatus } from '../../../../shared/IssueStatus';
import { FORMER_USER, PersonName } from '../../../../shared/people/PersonName';
import { ObjectiveLink } from '../../ObjectiveLink';
import type { ShownProposal } from './useProposals';
import styles from './proposals.module.css';

/** `state`: as the start of a new objective */
export type Verdict = 'accept' | 'state' | 'decline';

type Props = {
  epic: ShownProposal;
  /** only while undecided; `button`: the one pressed */
  onDecide?: (verdict: Verdict, button: HTMLElement) => void;
};

function VerdictLine({ proposal }: { proposal: Proposal }) {
  const format = useFormat();
  const { state, decidedBy, decidedAt, reason, objective } = proposal;
  if (state === 'proposed') return null;
  return (
    <p className={styles.verdict}>
      <Lozenge appearance={state === 'accepted' ? 'success' : 'removed'}>
        {state === 'accepted' ? 'Accepted' : 'Declined'}
      </Lozenge>
      {objective && (
        <span>
          for <ObjectiveLink objective={objective} />
        </span>
      )}
      <span className={styles.who}>
        by <PersonName accountId={decidedBy} none={FORMER_USER} />
      </span>
      {decidedAt !== null && <span>{format.date(decidedAt)}</span>}
      {reason !== null && (
        <span className={styles.reason} dir="auto">
          {reason}
        </span>
      )}
    </p>
  );
}

/** A proposed epic, who proposed it and why, and the decision. */
export function ProposalItem({ epic, onDecide }: Props) {
  const format = useFormat();
  const { issue, project, proposal } = epic;
  const name = issue.key;
  return (
    <li className={styles.proposal}>
      <div className={styles.about}>
        <p className={styles.epic}>
          <IssueLink issueKey={issue.key} /> <bdi className={styles.summary}>{issue.summary}</bdi>{' '}
          <IssueStatus status={issue.status} />
        </p>
        <p className={styles.by}>
          {project && <span>{project.name}</span>}
          <span className={styles.who}>
            Proposed by <PersonName accountId={proposal.proposedBy} none={FORMER_USER} />
          </span>
          <span>{format.date(proposal.proposedAt)}</span>
        </p>
        {proposal.note !== null && (
          <p className={styles.note} dir="auto">
            {proposal.note}
          </p>
        )}
        <VerdictLine proposal={proposal} />
      </div>
      {onDecide && (
        <Inline space="space.050" alignBlock="stretch">
          <Button
            spacing="compact"
            aria-label={`Accept ${name}`}
            onClick={({ currentTarget }) => onDecide('accept', currentTarget)}
          >
            Accept
          </Button>
          <Button
            spacing="compact"
            aria-label={`New objective for ${name}`}
            onClick={({ currentTarget }) => onDecide('state', currentTarget)}
          >
            New objective
          </Button>
          <Button
            spacing="compact"
            appearance="subtle"
            aria-label={`Decline ${name}`}
            onClick={({ currentTarget }) => onDecide('decline', currentTarget)}
          >
            Decline
          </Button>
        </Inline>
      )}
    </li>
  );
}
