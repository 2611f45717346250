import WarningIcon from '@atlaskit/icon/core/status-warning';
import type { FunctionMatrix } from '../../../../../src/contract';
import { refOf } from '../explain/names';
import { ObjectiveLink } from '../ObjectiveLink';
import { usePortfolio } from '../usePortfolio';
import { functionName } from './functionName';
import styles from './effort.module.css';

const SEVERAL: Record<FunctionMatrix['by'], string> = {
  project: 'several projects',
  category: 'projects of several categories',
  team: 'several teams',
  component: 'several components',
};

/** Objectives that several functions have planned work for, and only one works on. */
export function Silos({ matrix }: { matrix: FunctionMatrix }) {
  const portfolio = usePortfolio();
  if (matrix.silos.length === 0)
    return <p className="subtle">No silos: nothing planned for several is served by one alone.</p>;
  return (
    <ul className={styles.silos}>
      {matrix.silos.map(({ objective, servedBy }) => {
        const row = matrix.functions.find(({ id }) => id === servedBy);
        return (
          <li key={objective}>
            <WarningIcon label="Silo" size="small" color="var(--ds-icon-warning)" />
            <span>
              <ObjectiveLink objective={refOf(portfolio, objective)} /> is planned in {SEVERAL[matrix.by]}, but only{' '}
              <bdi>{row ? functionName(row, matrix.by) : 'one of them'}</bdi> works on it.
            </span>
          </li>
        );
      })}
    </ul>
  );
}
