import type { Health, PortfolioObjective } from '../../../src/contract';
import { NONE } from './format';
import { useFormat } from './host';
import { HEALTH_MEANING, HEALTH_NAME, healthInWords } from './words';
import styles from './health.module.css';

/** Shapes differ, so that a health can be told without colour. */
const SHAPE: Record<Health, React.ReactNode> = {
  onTrack: (
    <>
      <circle cx="6" cy="6" r="6" />
      <path d="M3.2 6.2 5.2 8.2 8.9 4.2" className={styles.inner} />
    </>
  ),
  atRisk: (
    <>
      <path d="M6 0.4 12 11.4H0Z" />
      <path d="M6 4.2V7.2M6 9.1V9.3" className={styles.inner} />
    </>
  ),
  offTrack: (
    <>
      <path d="M3.5 0H8.5L12 3.5V8.5L8.5 12H3.5L0 8.5V3.5Z" />
      <path d="M4 4 8 8M8 4 4 8" className={styles.inner} />
    </>
  ),
  pending: <circle cx="6" cy="6" r="4.8" className={styles.ring} />,
};

/** The sign of a health. Screen readers skip it: the word stands beside it. */
export const HealthSign = ({ health }: { health: Health }) => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" className={`${styles.sign} ${styles[health]}`}>
    {SHAPE[health]}
  </svg>
);

type Props = {
  /** computed; `null`: the objective is not active */
  health: Health | null;
  /** the health stated last, until the cadence has passed */
  stated?: PortfolioObjective['stated'];
  /** with its chance an objective on track may be unlikely in time */
  forecast: { chance: number | null } | null;
};

/** An objective's computed health, and the stated one. Neither overrides the other. */
export function HealthLozenge({ health, stated = null, forecast }: Props) {
  const format = useFormat();
  if (health === null) {
    return (
      <span className="subtle" title="Only active objectives have a health">
        {NONE}
      </span>
    );
  }
  return (
    <span className={styles.health}>
      <span className={styles.state} title={`${HEALTH_NAME[health]}: ${HEALTH_MEANING[health]}`}>
        <HealthSign health={health} />
        {healthInWords({ health, forecast })}
      </span>
      {stated && (
        <span className={styles.stated}>
          Stated: <HealthSign health={stated.health} /> {HEALTH_NAME[stated.health]}, {format.shortDay(stated.day)}
        </span>
      )}
    </span>
  );
}
