import { Stack } from '@atlaskit/primitives/compiled';
import type { PortfolioBasis, PortfolioObjective } from '../../../../../src/contract';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { Explain } from '../../../shared/explain/Explain';
import type { Explanation } from '../../../shared/explain/explanation';
import { useFormat } from '../../../shared/host';
import { PacedBar } from '../PacedBar';
import { explainKeyResults, explainObjectiveWork } from './explanations';
import { NOT_MEASURED } from './keyResultWords';
import styles from './cells.module.css';

type LineProps = {
  name: string;
  tone: 'work' | 'keyResults';
  progress: number | null;
  expected: number | null;
  none: string;
  explanation: Explanation;
};

function Line({ name, tone, progress, expected, none, explanation }: LineProps) {
  const format = useFormat();
  return (
    <div className={styles.progressLine}>
      <span className="small">{name}</span>
      {progress === null ? (
        <span className={styles.none}>{none}</span>
      ) : (
        <>
          <PacedBar progress={progress} expected={expected} tone={tone} />
          <span className={styles.percent}>
            <Explain explanation={explanation}>{format.percent(progress)}</Explain>
          </span>
        </>
      )}
    </div>
  );
}

/** Progress of the work and of the key results, each against the expected progress. */
export function ProgressCell({ one, basis }: { one: PortfolioObjective; basis: PortfolioBasis }) {
  const format = useFormat();
  const expected = one.health === null ? null : one.expected;
  return (
    <Stack space="space.025">
      <Line
        name="Work"
        tone="work"
        progress={one.work.progress}
        expected={expected}
        none="No work yet"
        explanation={explainObjectiveWork(one, basis, format)}
      />
      <Line
        name="Key results"
        tone="keyResults"
        progress={one.keyResultProgress}
        expected={expected}
        none={one.keyResults.length === 0 ? 'None stated' : NOT_MEASURED}
        explanation={explainKeyResults(one, basis, format)}
      />
      {expected !== null && <VisuallyHidden>{format.percent(expected)} expected by now</VisuallyHidden>}
    </Stack>
  );
}
