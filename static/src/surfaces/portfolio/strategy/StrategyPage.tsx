import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { useRef } from 'react';
import { EmptyList } from '../../../shared/EmptyList';
import { ErrorState } from '../../../shared/ErrorState';
import { Loading } from '../../../shared/Loading';
import { RulesPanel } from '../../../shared/rules/RulesPanel';
import type { TreeGridHandle } from '../../../shared/treegrid/TreeGrid';
import { usePortfolio } from '../usePortfolio';
import { useObjectiveActions } from '../editing/actions/useObjectiveActions';
import { Proposals } from './proposals/Proposals';
import { DueCheckIns } from '../editing/DueCheckIns';
import { StrategyGrid } from './StrategyGrid';
import { ExportMenu } from './transfer/ExportMenu';
import { ImportButton } from './transfer/ImportButton';
import { useStrategy } from '../editing/useStrategy';
import { EDITORS, NO_OBJECTIVES } from '../words';
import styles from './strategyPage.module.css';

/** The strategy as stated, with drafts and archived objectives. For strategy editors. */
export default function StrategyPage() {
  const { mayEdit } = usePortfolio();
  if (mayEdit) return <Editor />;
  return (
    <EmptyList title="Strategy editors change the strategy">
      <p>{EDITORS}</p>
    </EmptyList>
  );
}

function Editor() {
  const { data, error, isPending, refetch } = useStrategy();
  const grid = useRef<TreeGridHandle>(null);
  const { actions, dialogs, announcement } = useObjectiveActions(true, (key) => grid.current?.focusRow(key));

  return (
    <Stack space="space.300">
      <section className={styles.section} aria-labelledby="stated-title">
        <Inline space="space.200" rowSpace="space.150" alignBlock="end" spread="space-between" shouldWrap>
          <Stack space="space.050">
            <h2 id="stated-title" className={styles.title}>
              The strategy as stated
            </h2>
            <p className="subtle">Every objective, drafts and archived ones included.</p>
          </Stack>
          <Inline space="space.100" alignBlock="stretch" shouldWrap>
            <ImportButton />
            {data && data.objectives.length > 0 && <ExportMenu />}
            <Button appearance="primary" onClick={() => actions.create(null)}>
              Create objective
            </Button>
          </Inline>
        </Inline>
        <VisuallyHidden role="status">{announcement}</VisuallyHidden>
        {error && <ErrorState error={error} retry={() => void refetch()} />}
        {isPending && <Loading lines={8} label="Loading the strategy" />}
        {data?.objectives.length === 0 && (
          <EmptyList title={NO_OBJECTIVES}>
            <p>Create the first one here, or import a strategy that you have in a spreadsheet.</p>
          </EmptyList>
        )}
        {data && data.objectives.length > 0 && (
          <StrategyGrid handle={grid} objectives={data.objectives} actions={actions} />
        )}
      </section>
      {data && <Proposals strategy={data} />}
      <section className={styles.section} aria-labelledby="rules-title">
        <h2 id="rules-title" className={styles.title}>
          Standing rules for every project
        </h2>
        <RulesPanel projectId={null} />
      </section>
      <DueCheckIns />
      {dialogs}
    </Stack>
  );
}
