import Button from '@atlaskit/button/new';
import { Inline } from '@atlaskit/primitives/compiled';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { useMemo, useRef } from 'react';
import { SaveCsv } from '../../../shared/csv/SaveCsv';
import { EmptyList } from '../../../shared/EmptyList';
import { useNames } from '../../../shared/people/useNames';
import type { TreeGridHandle } from '../../../shared/treegrid/TreeGrid';
import { useObjectiveActions } from '../editing/actions/useObjectiveActions';
import { DueCheckIns } from '../editing/DueCheckIns';
import { usePortfolio } from '../usePortfolio';
import { FilterBar } from './FilterBar';
import { isFiltering, matcher } from './filters';
import { objectivesCsv } from './objectivesCsv';
import { ObjectivesGrid } from './ObjectivesGrid';
import { useFilters } from './useFilters';
import styles from './objectives.module.css';

/** The objectives in their cascade, with filters. */
export default function ObjectivesPage() {
  const { objectives: all, basis, mayEdit } = usePortfolio();
  const filtering = useFilters();
  const { filters, withArchived } = filtering;
  const grid = useRef<TreeGridHandle>(null);
  const { actions, dialogs, announcement } = useObjectiveActions(mayEdit, (key) => grid.current?.focusRow(key));

  const archived = all.filter((one) => one.archived).length;
  const objectives = useMemo(() => (withArchived ? all : all.filter((one) => !one.archived)), [all, withArchived]);
  const isNarrowed = isFiltering(filters);
  const { text, period, owner, perspective, health } = filters;
  const matches = useMemo(
    () => matcher({ text, period, owner, perspective, health }, basis.to),
    [text, period, owner, perspective, health, basis.to],
  );
  const nameOf = useNames(objectives.map((one) => one.owner));
  const shown = isNarrowed ? objectives.filter(matches) : objectives;
  const found = shown.length;

  return (
    <section className={styles.page} aria-labelledby="objectives-title">
      <VisuallyHidden>
        <h2 id="objectives-title">Objectives</h2>
      </VisuallyHidden>
      {!mayEdit && <DueCheckIns />}
      <Inline space="space.200" rowSpace="space.150" alignBlock="end" spread="space-between" shouldWrap>
        <FilterBar {...filtering} objectives={objectives} archived={archived} />
        {mayEdit && (
          <Button appearance="primary" onClick={() => actions.create(null)}>
            Create objective
          </Button>
        )}
      </Inline>
      <p role="status" className={isNarrowed ? styles.found : styles.quiet}>
        {isNarrowed ? `${found} of ${objectives.length} objectives match` : announcement}
      </p>
      {found > 0 ? (
        <ObjectivesGrid
          handle={grid}
          objectives={objectives}
          basis={basis}
          matches={isNarrowed ? matches : undefined}
          actions={mayEdit ? actions : null}
        />
      ) : (
        <EmptyList title="No objective matches">
          <p>Widen the filters, or clear them.</p>
        </EmptyList>
      )}
      {found > 0 && (
        <div>
          <SaveCsv name="objectives" columns={objectivesCsv(nameOf)} rows={shown} />
        </div>
      )}
      {dialogs}
    </section>
  );
}
