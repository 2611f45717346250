import type { ObjectiveDetail, PortfolioBasis, PortfolioObjective, WorkPoint } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { LineChart } from '../../../shared/charts/LineChart';
import { byOrigin, type Series } from '../../../shared/charts/series';
import { useFormat } from '../../../shared/host';
import { FIELD_NAME } from '../../../shared/words';
import { explainScope } from '../figures/scope';
import { FULL_WEEKS, NOT_WITHIN, recordInWords } from '../figures/forecastWords';

/** All work and done work over time: whether scope grows faster than it is done. */
export function ScopeChart({ one, basis }: { one: PortfolioObjective; basis: PortfolioBasis }) {
  const format = useFormat();
  const about = { key: one.objective.key, basis };
  const explain = (point: WorkPoint) => explainScope(point, about, format);
  const total = byOrigin(one.trend, (point) => point.total, { explain, isJoined: true });
  const done = byOrigin(one.trend, (point) => point.done, { explain, isJoined: true });
  const series: Series[] = [
    { name: 'All work', points: total.recorded, tone: 'neutral' },
    { name: 'All work, reconstructed', points: total.reconstructed, tone: 'neutral', isDashed: true },
    { name: 'Done', points: done.recorded, tone: 'success', isFilled: true },
    { name: 'Done, reconstructed', points: done.reconstructed, tone: 'success', isDashed: true },
  ];
  return (
    <Card
      title="Scope and progress"
      about="Where all work rises as fast as what is done, the end does not come nearer. Dashed: reconstructed from when work was created and resolved, under today’s links."
    >
      <LineChart label="Scope and progress" series={series} format={format.number} none="No work serves it yet." />
    </Card>
  );
}

/** The chance, by day, that the remaining work is done. */
export function ForecastChart({ detail }: { detail: ObjectiveDetail }) {
  const format = useFormat();
  const { forecast, target } = detail.objective;
  const record = forecast && forecast.record.due > 0 ? ` Its record: ${recordInWords(forecast.record)}.` : '';
  return (
    <Card
      title="When it will be done"
      about={`The chance that the work that is open today is done or dropped by each day.${record}`}
    >
      {forecast ? (
        <LineChart
          label="When it will be done"
          series={[
            {
              name: 'Chance that it is done',
              // Beyond ten years nothing is drawn.
              points: forecast.p50 === null ? [] : detail.doneBy.map(({ day, share }) => ({ day, value: share })),
              isFilled: true,
            },
          ]}
          none={`It will be done ${NOT_WITHIN}, at the paces seen so far.`}
          domain={[0, 1]}
          format={format.percent}
          dayLines={[
            ...(forecast.p50 === null ? [] : [{ name: '50%', day: forecast.p50 }]),
            ...(forecast.p85 === null ? [] : [{ name: '85%', day: forecast.p85 }]),
            ...(target === null ? [] : [{ name: FIELD_NAME.target, day: target }]),
          ]}
        />
      ) : (
        <p>Nothing was done in the last {FULL_WEEKS}: there is no pace to go by.</p>
      )}
    </Card>
  );
}
