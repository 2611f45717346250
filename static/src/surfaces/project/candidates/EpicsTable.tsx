import Button from '@atlaskit/button/new';
import DynamicTable from '@atlaskit/dynamic-table';
import { useFormat } from '../../../shared/host';
import { IssueLink } from '../../../shared/IssueLink';
import { IssueStatus } from '../../../shared/IssueStatus';
import { TypeIcon } from '../unlinked/TypeIcon';
import { ProposalState } from './ProposalState';
import type { ShownEpic } from './useCandidateEpics';
import styles from './candidateEpics.module.css';

const HEAD = {
  cells: [
    { key: 'key', content: 'Key', width: 11 },
    { key: 'summary', content: 'Summary' },
    { key: 'status', content: 'Status', width: 12 },
    { key: 'units', content: 'Open work items', width: 11 },
    { key: 'proposal', content: 'Proposal', width: 26 },
    { key: 'action', content: 'Action', width: 12 },
  ],
};

/** What can be done with an epic now, and how that is called. */
const actionOf = ({ proposal }: ShownEpic) => {
  if (proposal === null) return { does: 'propose', name: 'Propose' } as const;
  if (proposal.state === 'proposed') return { does: 'withdraw', name: 'Withdraw' } as const;
  return { does: 'propose', name: 'Propose again' } as const;
};

type Props = {
  epics: readonly ShownEpic[];
  /** the id of the epic whose proposal is being taken back */
  withdrawing: string | null;
  onPropose: (epic: ShownEpic) => void;
  onWithdraw: (epic: ShownEpic) => void;
};

/** Epics that serve nothing, those with most open work first. */
export function EpicsTable({ epics, withdrawing, onPropose, onWithdraw }: Props) {
  const format = useFormat();
  const toRow = (epic: ShownEpic) => {
    const { does, name } = actionOf(epic);
    return {
      key: epic.id,
      cells: [
        {
          content: (
            <span className={styles.key}>
              <TypeIcon type={epic.type} />
              <IssueLink issueKey={epic.key} />
            </span>
          ),
        },
        {
          content: (
            <bdi className={styles.summary} dir="auto">
              {epic.summary}
            </bdi>
          ),
        },
        { content: <IssueStatus status={epic.status} /> },
        { content: <span className={styles.numeric}>{format.number(epic.units)}</span> },
        { content: <ProposalState proposal={epic.proposal} /> },
        {
          // One button for all that it says, so that the focus stays on it.
          content: (
            <Button
              spacing="compact"
              aria-label={`${name}: ${epic.key}`}
              isLoading={withdrawing === epic.id}
              onClick={() => (does === 'propose' ? onPropose(epic) : onWithdraw(epic))}
            >
              {name}
            </Button>
          ),
        },
      ],
    };
  };
  return (
    <div className={styles.scroll}>
      <DynamicTable label="Epics that serve nothing" head={HEAD} rows={epics.map(toRow)} />
    </div>
  );
}
