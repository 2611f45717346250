import type { ObjectiveDetail, PortfolioObjective } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { LineChart } from '../../../shared/charts/LineChart';
import { byOrigin, type Series } from '../../../shared/charts/series';
import { useFormat } from '../../../shared/host';
import { FIELD_NAME } from '../../../shared/words';
import { FULL_WEEKS } from '../figures/forecastWords';

/** All work and done work over time: whether scope grows faster than it is done. */
export function ScopeChart({ one }: { one: PortfolioObjective }) {
  const format = useFormat();
  const total = byOrigin(one.trend, (point) => point.total);
  const done = byOrigin(one.trend, (point) => point.done);
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
  return (
    <Card
      title="When it will be done"
      about={`The chance that the rest of the work is done by each day, if weeks to come are like the last ${FULL_WEEKS}.`}
    >
      {forecast ? (
        <LineChart
          label="When it will be done"
          series={[
            {
              name: 'Chance that it is done',
              points: detail.doneBy.map(({ day, share }) => ({ day, value: share })),
              isFilled: true,
            },
          ]}
          domain={[0, 1]}
          format={format.percent}
          dayLines={[
            { name: '50%', day: forecast.p50 },
            { name: '85%', day: forecast.p85 },
            ...(target === null ? [] : [{ name: FIELD_NAME.target, day: target }]),
          ]}
        />
      ) : (
        <p>Nothing was done in the last {FULL_WEEKS}: there is no pace to go by.</p>
      )}
    </Card>
  );
}
