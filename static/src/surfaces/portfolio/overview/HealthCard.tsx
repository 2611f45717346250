import type { Portfolio } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { HealthSign } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { sumOf } from '../../../shared/sumOf';
import { HEALTH_MEANING, HEALTH_NAME } from '../../../shared/words';
import { healthCounts, unlikelyAmong } from '../figures/healthCounts';
import { RouteLink } from '../routing/RouteLink';
import { NONE_ACTIVE } from '../words';
import styles from './overview.module.css';

export function HealthCard({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const counts = healthCounts(portfolio);
  const all = sumOf(counts, ({ count }) => count);
  const others = portfolio.objectives.length - all;
  return (
    <Card title="Health of the objectives">
      {all === 0 ? (
        <p className={styles.subtle}>{NONE_ACTIVE}</p>
      ) : (
        <div className={styles.healthBar} aria-hidden="true">
          {counts
            .filter(({ count }) => count > 0)
            .map(({ health, count }) => (
              <span key={health} className={styles[health]} style={{ flexGrow: count }} />
            ))}
        </div>
      )}
      <ul className={styles.healthList}>
        {counts.map(({ health, count, unlikely }) => (
          <li key={health}>
            <HealthSign health={health} />
            <span>
              {count > 0 ? (
                <RouteLink to="/objectives" query={{ health }}>
                  {HEALTH_NAME[health]}
                </RouteLink>
              ) : (
                HEALTH_NAME[health]
              )}
              <span className={styles.meaning}>{HEALTH_MEANING[health]}</span>
              {unlikely > 0 && <span className={styles.meaning}>{unlikelyAmong(unlikely, format)}</span>}
            </span>
            <span className={styles.count}>{format.number(count)}</span>
          </li>
        ))}
      </ul>
      {others > 0 && <p className="small">{format.number(others)} more not active.</p>}
    </Card>
  );
}
