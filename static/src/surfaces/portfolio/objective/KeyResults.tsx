import type { KeyResult, PortfolioObjective } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { LineChart } from '../../../shared/charts/LineChart';
import type { Series } from '../../../shared/charts/series';
import { useFormat } from '../../../shared/host';
import { goalInWords, NOT_MEASURED, progressInWords, valueInWords } from '../figures/keyResultWords';
import { expectedLine } from './expectedLine';
import styles from './objective.module.css';

function OneKeyResult({ keyResult, one }: { keyResult: KeyResult; one: PortfolioObjective }) {
  const format = useFormat();
  const { title, unit, goal, current, history, raw, weight } = keyResult;
  const series: Series[] = [
    { name: 'Value', points: history, tone: 'discovery' },
    { name: 'Expected', points: expectedLine(goal, one.start, one.target), tone: 'neutral', isDashed: true },
  ];
  return (
    <li className={styles.keyResult}>
      <h3 className={styles.keyResultTitle} dir="auto">
        {title}
      </h3>
      <p className="subtle">
        {goalInWords(goal, unit, format)}
        {weight !== null && `, weight ${format.number(weight)}`}
      </p>
      <p>
        <strong>{current === null ? NOT_MEASURED : valueInWords(current.value, unit, format)}</strong>{' '}
        {current !== null && (
          <span className="subtle">
            on {format.day(current.day)}: {progressInWords(keyResult, format)}
            {goal.kind === 'reach' && raw !== null && (raw < 0 || raw > 1) && ` (${format.percent(raw)} as it is)`}
          </span>
        )}
      </p>
      {history.length > 0 && <LineChart label={title} series={series} format={format.number} height={150} />}
    </li>
  );
}

/** The key results, each with its values against the expected ones. */
export const KeyResults = ({ one }: { one: PortfolioObjective }) => (
  <Card title="Key results" about="Whether it works.">
    {one.keyResults.length === 0 ? (
      <p className="subtle">None is stated: nobody can tell whether the work works.</p>
    ) : (
      <ul className={styles.keyResults}>
        {one.keyResults.map((keyResult) => (
          <OneKeyResult key={keyResult.id} keyResult={keyResult} one={one} />
        ))}
      </ul>
    )}
  </Card>
);
