import Lozenge from '@atlaskit/lozenge';
import { Inline } from '@atlaskit/primitives/compiled';
import { useMemo, type Ref } from 'react';
import type { ListedObjective } from '../../../../../src/contract';
import { toForest } from '../../../../../src/domain/strategy/forest';
import { NONE, type Format } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { isInJira } from '../../../shared/jira/seenObjectives';
import { ObjectiveLozenge } from '../../../shared/ObjectiveLozenge';
import { PersonName } from '../../../shared/people/PersonName';
import { treeRows } from '../../../shared/treegrid/forest';
import { TreeGrid, type GridColumn, type TreeGridHandle } from '../../../shared/treegrid/TreeGrid';
import { useCollapsed } from '../../../shared/treegrid/useCollapsed';
import { ObjectiveCell } from '../figures/ObjectiveCell';
import { KEY_COMMANDS, keyCommand } from '../editing/actions/keyCommands';
import { RowMenu } from '../editing/actions/RowMenu';
import type { ObjectiveActions } from '../editing/actions/useObjectiveActions';
import styles from './strategyPage.module.css';

type Props = {
  objectives: readonly ListedObjective[];
  actions: ObjectiveActions;
  handle: Ref<TreeGridHandle>;
};

function datesInWords({ start, target }: ListedObjective, format: Format): string | null {
  if (start !== null && target !== null) return `${format.day(start)} – ${format.day(target)}`;
  if (start !== null) return `from ${format.day(start)}`;
  return target === null ? null : `by ${format.day(target)}`;
}

const Value = ({ children }: { children: string | null }) => (
  <span className={children === null ? styles.none : styles.numeric}>{children ?? NONE}</span>
);

/** The status, and whether Jira says it. */
const Stated = ({ objectiveKey, status }: { objectiveKey: string; status: ListedObjective['status'] }) => (
  <Inline as="span" space="space.050">
    <ObjectiveLozenge status={status} />
    {isInJira(objectiveKey) && <Lozenge>In Jira</Lozenge>}
  </Inline>
);

/** The objectives as stated, in their cascade, with the actions of an editor. */
export function StrategyGrid({ objectives, actions, handle }: Props) {
  const format = useFormat();
  const { collapsed, toggle } = useCollapsed(false);
  const rows = useMemo(
    () =>
      treeRows(
        toForest(objectives, (objective) => objective),
        (key) => collapsed.has(key),
      ),
    [objectives, collapsed],
  );

  const columns: GridColumn<ListedObjective>[] = [
    {
      id: 'objective',
      label: 'Objective',
      cell: ({ key, title, status, archived }) => (
        <ObjectiveCell objective={{ key, title, status }} isArchived={archived} isStatusBeside />
      ),
    },
    { id: 'status', label: 'Status', cell: ({ key, status }) => <Stated objectiveKey={key} status={status} /> },
    { id: 'owner', label: 'Owner', cell: ({ owner }) => <PersonName accountId={owner} none="No owner" /> },
    {
      id: 'weight',
      label: 'Weight',
      cell: ({ weight }) => <Value>{weight === null ? null : format.number(weight)}</Value>,
    },
    { id: 'dates', label: 'Dates', cell: (one) => <Value>{datesInWords(one, format)}</Value> },
    {
      id: 'keyResults',
      label: 'Key results',
      cell: ({ keyResults }) => <Value>{format.number(keyResults)}</Value>,
    },
    {
      id: 'menu',
      label: 'Actions',
      isLabelHidden: true,
      cell: ({ key, archived }) => <RowMenu objectiveKey={key} isArchived={archived} actions={actions} />,
    },
  ];

  return (
    <TreeGrid
      label="The strategy as stated"
      handle={handle}
      rows={rows}
      columns={columns}
      layout={styles.layout}
      onToggle={toggle}
      onOpen={actions.edit}
      onCommand={(event, { key }) => keyCommand(event, key, actions)}
      commands={KEY_COMMANDS}
    />
  );
}
