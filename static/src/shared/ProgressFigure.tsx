import type { Measure, WorkFigure } from '../../../src/contract';
import { Counted } from './counted/Counted';
import { Explain, ExplainBelow } from './explain/Explain';
import type { Explanation } from './explain/explanation';
import { useFormat } from './host';
import styles from './progress.module.css';

type Props = {
  work: WorkFigure;
  measure: Measure;
  explanation: Explanation;
  /** the explanation opens in the flow instead of over the page */
  below?: boolean;
  /** "5 of 20" instead of "5 of 20 items done", for table cells */
  compact?: boolean;
};

/** Progress of work, as a bar with numbers. Without work it says so, instead of 0 %. */
export function ProgressFigure({ work, measure, explanation, below = false, compact = false }: Props) {
  const format = useFormat();
  if (work.progress === null) return <span className={styles.none}>No work yet</span>;
  const total = compact ? format.number(work.total) : `${format.size(work.total, measure)} done`;
  const counts = `${format.number(work.done)} of ${total}`;
  const percent = <span className={styles.percent}>{format.percent(work.progress)}</span>;
  const share = (part: number) => ({ inlineSize: `${(100 * part) / work.total}%` });
  return (
    <div className={compact ? styles.compact : styles.figure}>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.done} style={share(work.done)} />
        <span className={styles.doing} style={share(work.doing)} />
      </div>
      <div className={styles.numbers}>
        {below ? (
          <ExplainBelow explanation={explanation} counts={counts} className={styles.counts}>
            {percent}
          </ExplainBelow>
        ) : (
          <>
            <Explain explanation={explanation}>{percent}</Explain>
            <span className={styles.counts}>
              {explanation.opens ? <Counted opened={explanation.opens} text={counts} /> : counts}
            </span>
          </>
        )}
      </div>
    </div>
  );
}
