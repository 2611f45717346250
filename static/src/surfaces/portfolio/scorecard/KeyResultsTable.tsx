import VisuallyHidden from '@atlaskit/visually-hidden';
import type { KeyResult, PortfolioObjective } from '../../../../../src/contract';
import { Sparkline } from '../../../shared/charts/Sparkline';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { PacedBar } from '../PacedBar';
import { goalInWords, historyInWords, progressInWords, valueInWords } from '../figures/keyResultWords';
import styles from './scorecard.module.css';

function Now({ keyResult }: { keyResult: KeyResult }) {
  const format = useFormat();
  const { current, unit } = keyResult;
  if (current === null) return <span className={styles.none}>No value yet</span>;
  return (
    <>
      <span className={styles.value}>{valueInWords(current.value, unit, format)}</span>
      <span className={styles.small}>{format.shortDay(current.day)}</span>
    </>
  );
}

function Progress({ keyResult, expected }: { keyResult: KeyResult; expected: number | null }) {
  const format = useFormat();
  const { goal, progress } = keyResult;
  const words = progressInWords(keyResult, format);
  if (progress === null) return <span className={styles.none}>{words}</span>;
  return (
    <>
      <span className={styles.value}>{words}</span>
      {goal.kind === 'reach' && <PacedBar progress={progress} expected={expected} tone="keyResults" />}
    </>
  );
}

function Row({ keyResult, expected }: { keyResult: KeyResult; expected: number | null }) {
  const format = useFormat();
  const { title, unit, goal, history } = keyResult;
  return (
    <tr>
      <th scope="row">
        <bdi>{title}</bdi>
      </th>
      <td>
        <Now keyResult={keyResult} />
      </td>
      <td>{goalInWords(goal, unit, format)}</td>
      <td>
        <Progress keyResult={keyResult} expected={expected} />
      </td>
      <td className={styles.trend}>
        {history.length > 1 ? (
          <Sparkline points={history} tone="discovery" width={72} label={historyInWords(keyResult, format)} />
        ) : (
          <span className={styles.none} title="A line needs two values">
            {NONE}
          </span>
        )}
      </td>
    </tr>
  );
}

/** The KPIs of an objective: where each stands, where it is to go, and how it came there. */
export function KeyResultsTable({ one }: { one: PortfolioObjective }) {
  const { objective, keyResults, health, expected } = one;
  if (keyResults.length === 0) return <p className={styles.none}>No key results are stated for it.</p>;
  const name = `Key results of ${objective.key}`;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.table}>
        <caption>
          <VisuallyHidden>{name}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">Key result</th>
            <th scope="col">Now</th>
            <th scope="col">Goal</th>
            <th scope="col">Progress</th>
            <th scope="col">Over time</th>
          </tr>
        </thead>
        <tbody>
          {keyResults.map((keyResult) => (
            <Row key={keyResult.id} keyResult={keyResult} expected={health === null ? null : expected} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
