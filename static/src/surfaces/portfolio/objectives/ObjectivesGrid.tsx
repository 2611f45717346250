import { useMemo, type Ref } from 'react';
import { useNavigate } from 'react-router-dom';
import type { PortfolioBasis, PortfolioObjective } from '../../../../../src/contract';
import { toForest } from '../../../../../src/domain/strategy/forest';
import { PersonName } from '../../../shared/people/PersonName';
import { treeRows } from '../../../shared/treegrid/forest';
import { TreeGrid, type GridColumn, type TreeGridHandle } from '../../../shared/treegrid/TreeGrid';
import { useCollapsed } from '../../../shared/treegrid/useCollapsed';
import { searchOf, useLook } from '../../../shared/routing/look';
import { PaceLegend } from '../PacedBar';
import { objectivePath } from '../ObjectiveLink';
import { KEY_COMMANDS, keyCommand } from '../editing/actions/keyCommands';
import { RowMenu } from '../editing/actions/RowMenu';
import type { ObjectiveActions } from '../editing/actions/useObjectiveActions';
import { ForecastCell, HealthCell, ShareCell, TrendCell, WeakestCell } from '../figures/cells';
import { blockedWork } from '../../../shared/counted/opened';
import { ObjectiveCell } from '../figures/ObjectiveCell';
import { ProgressCell } from '../figures/ProgressCell';
import styles from './objectives.module.css';

type Props = {
  objectives: readonly PortfolioObjective[];
  basis: PortfolioBasis;
  /** the filters; `undefined`: none */
  matches: ((one: PortfolioObjective) => boolean) | undefined;
  /** `null`: the viewer is no editor */
  actions: ObjectiveActions | null;
  handle: Ref<TreeGridHandle>;
};

/** The cascade with each objective's figures. */
export function ObjectivesGrid({ objectives, basis, matches, actions, handle }: Props) {
  const navigate = useNavigate();
  const look = useLook();
  const { collapsed, toggle } = useCollapsed(matches !== undefined);
  const forest = useMemo(
    () => toForest(objectives, ({ objective, parent }) => ({ key: objective.key, parent })),
    [objectives],
  );
  const rows = useMemo(() => treeRows(forest, (key) => collapsed.has(key), matches), [forest, collapsed, matches]);

  const columns: GridColumn<PortfolioObjective>[] = [
    {
      id: 'objective',
      label: 'Objective',
      cell: ({ objective, archived, blocked }) => (
        <ObjectiveCell
          objective={objective}
          isArchived={archived}
          {...(blocked > 0 && { blocked: { count: blocked, opens: blockedWork(objective.key, basis) } })}
        />
      ),
    },
    {
      id: 'progress',
      label: 'Progress',
      legend: <PaceLegend />,
      cell: (one) => <ProgressCell one={one} basis={basis} />,
    },
    { id: 'health', label: 'Health', cell: (one) => <HealthCell one={one} basis={basis} /> },
    {
      id: 'weakest',
      label: 'Weakest child',
      cell: ({ weakestChild }) => <WeakestCell weakest={forest.items.get(weakestChild ?? '')} />,
    },
    { id: 'forecast', label: 'Forecast', cell: (one) => <ForecastCell one={one} basis={basis} /> },
    { id: 'trend', label: 'Trend', cell: (one) => <TrendCell one={one} /> },
    { id: 'owner', label: 'Owner', cell: ({ owner }) => <PersonName accountId={owner} none="No owner" /> },
    { id: 'share', label: 'Planned share', cell: (one) => <ShareCell one={one} basis={basis} /> },
    ...(actions
      ? [
          {
            id: 'menu',
            label: 'Actions',
            isLabelHidden: true,
            cell: ({ objective, archived }: PortfolioObjective) => (
              <RowMenu objectiveKey={objective.key} isArchived={archived} actions={actions} />
            ),
          },
        ]
      : []),
  ];

  return (
    <TreeGrid
      label="Objectives"
      handle={handle}
      rows={rows}
      columns={columns}
      layout={actions ? `${styles.layout} ${styles.withMenu}` : styles.layout}
      onToggle={toggle}
      onOpen={(key) => void navigate(objectivePath(key) + searchOf(look))}
      onCommand={actions ? (event, { objective }) => keyCommand(event, objective.key, actions) : undefined}
      commands={actions ? KEY_COMMANDS : undefined}
    />
  );
}
