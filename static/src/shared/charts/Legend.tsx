import { TONE, type Series } from './series';
import styles from './charts.module.css';

/** Names the lines of a chart that have values. */
export function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul className={styles.legend}>
      {series
        .filter(({ points }) => points.some(({ value }) => value !== null))
        .map(({ name, tone = 'brand', isDashed }) => (
          <li key={name}>
            <svg width={22} height={8} aria-hidden="true">
              <line
                x1={1}
                x2={21}
                y1={4}
                y2={4}
                stroke={TONE[tone]}
                strokeWidth={2}
                strokeDasharray={isDashed ? '4 4' : undefined}
              />
            </svg>
            {name}
          </li>
        ))}
    </ul>
  );
}
