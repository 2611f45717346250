import type { Portfolio } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { LineChart } from '../../../shared/charts/LineChart';
import { byOrigin, type Series } from '../../../shared/charts/series';
import { useFormat } from '../../../shared/host';
import styles from './overview.module.css';

/** Alignment of effort week by week, what was recorded and what is reconstructed told apart. */
export function TrendCard({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const { recorded, reconstructed } = byOrigin(portfolio.trend, ({ alignment }) => alignment);
  const series: Series[] = [
    { name: 'Recorded', points: recorded, tone: 'brand', isFilled: true },
    { name: 'Reconstructed', points: reconstructed, tone: 'neutral', isDashed: true },
  ];
  return (
    <Card title="Alignment of effort over time" className={styles.trend}>
      <LineChart
        label="Alignment of effort over time"
        series={series}
        format={(value) => format.percent(value)}
        domain={[0, 1]}
        height={196}
        none="There is no effort to draw yet. The line begins with the first work that is in progress or done."
      />
      {reconstructed.some(({ value }) => value !== null) && (
        <p className={styles.small}>
          Reconstructed: before the app recorded it, from what was done in the 13 weeks up to each day, under today’s
          tags.
        </p>
      )}
    </Card>
  );
}
