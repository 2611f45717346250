import { Stack } from '@atlaskit/primitives/compiled';
import type { Health, PortfolioBasis, PortfolioObjective } from '../../../../../src/contract';
import { Sparkline } from '../../../shared/charts/Sparkline';
import type { Tone } from '../../../shared/charts/series';
import { Counted } from '../../../shared/counted/Counted';
import { alignedEffort } from '../../../shared/counted/opened';
import { Explain } from '../../../shared/explain/Explain';
import { NONE } from '../../../shared/format';
import { HealthLozenge, HealthSign } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { HEALTH_NAME, healthInWords } from '../../../shared/words';
import { ObjectiveLink } from '../ObjectiveLink';
import { explainForecast, explainHealth, explainShare } from './explanations';
import { forecastInWords } from './forecastWords';
import styles from './cells.module.css';

type CellProps = { one: PortfolioObjective; basis: PortfolioBasis };

/** The computed health, with the stated one below. */
export function HealthCell({ one, basis }: CellProps) {
  const format = useFormat();
  if (one.health === null) return <HealthLozenge health={null} forecast={null} />;
  return (
    <Stack space="space.025" alignInline="start">
      <Explain explanation={explainHealth(one, one.health, basis, format)}>
        <span className={styles.computed}>
          <HealthSign health={one.health} /> {healthInWords({ ...one, health: one.health })}
        </span>
      </Explain>
      {one.stated && (
        <span className="small">
          Stated: {HEALTH_NAME[one.stated.health].toLowerCase()}, {format.shortDay(one.stated.day)}
        </span>
      )}
    </Stack>
  );
}

/** The child that is worst off, so that no average hides it. Nothing without a child. */
export function WeakestCell({ weakest }: { weakest: PortfolioObjective | undefined }) {
  if (!weakest) return null;
  return (
    <div className={styles.weakest}>
      <HealthSign health={weakest.health ?? 'pending'} />
      <span className={styles.weakestName}>
        <ObjectiveLink objective={weakest.objective} />
      </span>
    </div>
  );
}

/** When the remaining work will be done, and the chance that it is by the target date. */
export function ForecastCell({ one, basis }: CellProps) {
  const format = useFormat();
  const { forecast, target } = one;
  const words = forecastInWords(one, format, format.shortDay);
  if (!forecast) return <span className={styles.none}>{words}</span>;
  return (
    <div className={styles.forecast}>
      <Explain explanation={explainForecast(one, forecast, basis, format)}>{words}</Explain>
      {target !== null && forecast.chance !== null && forecast.remaining > 0 && (
        <span className="small">
          {format.percent(forecast.chance)} by {format.shortDay(target)}
        </span>
      )}
      {forecast.record.due > 0 && forecast.remaining > 0 && (
        <span className="small">
          Record: {forecast.record.cameTrue} of {forecast.record.due} came true
        </span>
      )}
    </div>
  );
}

const TONE: Record<Health, Tone> = { onTrack: 'success', atRisk: 'warning', offTrack: 'danger', pending: 'neutral' };

/** The work's progress over time. Nothing with fewer than two values. */
export function TrendCell({ one }: { one: PortfolioObjective }) {
  const format = useFormat();
  const points = one.trend.map(({ day, total, done }) => ({ day, value: total > 0 ? done / total : null }));
  const valued = points.filter(({ value }) => value !== null);
  const [first, last] = [valued[0], valued.at(-1)];
  if (!first || !last || first === last) return null;
  return (
    <Sparkline
      points={points}
      tone={TONE[one.health ?? 'pending']}
      width={76}
      height={26}
      label={`Work progress from ${format.percent(first.value)} on ${format.day(first.day)} to ${format.percent(last.value)} on ${format.day(last.day)}`}
    />
  );
}

/** Planned share of everything, and actual share of the aligned effort. */
export function ShareCell({ one, basis }: CellProps) {
  const format = useFormat();
  if (one.health === null) return <span className={styles.none}>{NONE}</span>;
  return (
    <div className={styles.share}>
      <Explain explanation={explainShare(one, basis, format)}>{format.percent(one.plannedShare)}</Explain>
      <span className="small">
        {one.effort > 0 ? (
          <Counted opened={alignedEffort(one.objective.key, basis)} text={format.percent(one.effortShare)} />
        ) : (
          format.percent(one.effortShare)
        )}{' '}
        of effort
      </span>
    </div>
  );
}
