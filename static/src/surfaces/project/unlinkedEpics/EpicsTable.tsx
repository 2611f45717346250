import Button from '@atlaskit/button/new';
import { Counted } from '../../../shared/counted/Counted';
import { openBelow } from '../../../shared/counted/opened';
import { useFormat } from '../../../shared/host';
import { issueColumns } from '../issueColumns';
import { WideTable, type WideColumn } from '../../../shared/table/WideTable';
import { ProposalState } from './ProposalState';
import type { ShownEpic } from './useUnlinkedEpics';
import styles from './unlinkedEpics.module.css';

/** What the button of an epic does, and its text; `null`: it waits for others. */
const actionOf = ({ proposal, mayWithdraw }: ShownEpic) => {
  if (proposal === null) return { does: 'propose', name: 'Propose' } as const;
  if (proposal.state === 'proposed') return mayWithdraw ? ({ does: 'withdraw', name: 'Withdraw' } as const) : null;
  return { does: 'propose', name: 'Propose again' } as const;
};

type Props = {
  epics: readonly ShownEpic[];
  /** id of the epic whose proposal is being withdrawn */
  withdrawing: string | null;
  onPropose: (epic: ShownEpic) => void;
  onWithdraw: (epic: ShownEpic) => void;
};

/** Unlinked epics, in the given order. */
export function EpicsTable({ epics, withdrawing, onPropose, onWithdraw }: Props) {
  const format = useFormat();
  const columns: WideColumn<ShownEpic>[] = [
    ...issueColumns(),
    {
      head: 'Open work items',
      width: 11,
      cell: ({ id, key, units }) => (
        <span className={styles.numeric}>
          {units > 0 ? <Counted opened={openBelow(id, key)} text={format.number(units)} /> : format.number(units)}
        </span>
      ),
    },
    { head: 'Proposal', width: 26, cell: ({ proposal }) => <ProposalState proposal={proposal} /> },
    {
      head: 'Action',
      width: 12,
      // One button for all actions, so that it keeps the focus.
      cell: (epic) => {
        const action = actionOf(epic);
        if (action === null) return null;
        const { does, name } = action;
        return (
          <Button
            spacing="compact"
            aria-label={`${name}: ${epic.key}`}
            isLoading={withdrawing === epic.id}
            onClick={() => (does === 'propose' ? onPropose(epic) : onWithdraw(epic))}
          >
            {name}
          </Button>
        );
      },
    },
  ];
  return <WideTable label="Unlinked epics" columns={columns} rows={epics} rowKey={({ id }) => id} />;
}
