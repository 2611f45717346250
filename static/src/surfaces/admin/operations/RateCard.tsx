import ProgressBar from '@atlaskit/progress-bar';
import type { Operations } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import card from '../../../shared/card.module.css';
import { useFormat } from '../../../shared/host';
import styles from './operations.module.css';

/** What the app spends of Jira's rate points, and whether Jira asked it to wait. */
export function RateCard({ operations: { rate } }: { operations: Operations }) {
  const format = useFormat();
  const { spent, calls, share: hourlyPoints, hours, limitedUntil, lastLimit } = rate;
  const day = hours.reduce((sum, { points }) => sum + points, 0);
  const most = hours.reduce((a, b) => (b.points > a.points ? b : a), { hour: rate.hour, points: 0 });
  return (
    <Card title="Jira’s rate points" about="What the app’s questions cost: about one point an issue read">
      <p className={card.lead}>
        <span className={card.big}>{format.number(spent)}</span>
        <span>
          of {format.number(hourlyPoints)} this hour, in {format.count(calls, 'call')}
        </span>
      </p>
      <ProgressBar
        value={hourlyPoints === 0 ? 0 : Math.min(1, spent / hourlyPoints)}
        ariaLabel={`${format.number(spent)} of ${format.number(hourlyPoints)} points spent`}
      />
      <div className={styles.hours} aria-hidden="true">
        {hours.map(({ hour, points }) => (
          <span
            key={hour}
            style={{ blockSize: `${most.points === 0 ? 0 : (100 * points) / most.points}%` }}
            title={`${format.time(hour)}: ${format.number(points)}`}
          />
        ))}
      </div>
      <p className="subtle">
        {format.number(day)} in the last 24 hours
        {most.points > 0 && `, at most ${format.number(most.points)} an hour (from ${format.time(most.hour)})`}. A full
        sync gives way first, then the checks; changes are followed to the last.
      </p>
      <p>
        {lastLimit === null ? (
          'Jira did not ask the app to wait in the last two days.'
        ) : (
          <>
            Jira {limitedUntil === null ? 'last asked' : 'asks'} the app to wait until {format.time(lastLimit.until)}
            {lastLimit.reason !== null && (
              <>
                {' '}
                (<code className={styles.code}>{lastLimit.reason}</code>)
              </>
            )}
            .
          </>
        )}
      </p>
    </Card>
  );
}
