import styles from './pacedBar.module.css';

type Props = {
  /** 0…1 */
  progress: number | null;
  /** expected by now, 0…1; `null`: no mark */
  expected: number | null;
  tone?: 'work' | 'keyResults';
};

/** A progress bar with a mark at the expected progress. Hidden from screen readers: numbers stand beside it. */
export const PacedBar = ({ progress, expected, tone = 'work' }: Props) => (
  <div className={styles.bar} aria-hidden="true">
    <div className={styles.track}>
      <div className={styles[tone]} style={{ inlineSize: `${100 * (progress ?? 0)}%` }} />
    </div>
    {expected !== null && <div className={styles.mark} style={{ insetInlineStart: `${100 * expected}%` }} />}
  </div>
);

export const PaceLegend = () => (
  <span className={styles.legend}>
    <span className={styles.sample} aria-hidden="true" />
    Expected by now
  </span>
);
