import styles from './pacedBar.module.css';

type Props = {
  /** 0…1 */
  progress: number | null;
  /** where it should be by now, 0…1; no mark without */
  expected: number | null;
  tone?: 'work' | 'keyResults';
};

/** A bar of progress with a mark where it should be by now. A picture only: the same stands beside it in numbers. */
export const PacedBar = ({ progress, expected, tone = 'work' }: Props) => (
  <div className={styles.bar} aria-hidden="true">
    <div className={styles.track}>
      <div className={styles[tone]} style={{ inlineSize: `${100 * (progress ?? 0)}%` }} />
    </div>
    {expected !== null && <div className={styles.mark} style={{ insetInlineStart: `${100 * expected}%` }} />}
  </div>
);

/** Says what the mark on the bars means. */
export const PaceLegend = () => (
  <span className={styles.legend}>
    <span className={styles.sample} aria-hidden="true" />
    Expected by now
  </span>
);
