import type { AlignmentPoint } from '../../../src/contract';
import { Card } from './Card';
import { LineChart } from './charts/LineChart';
import { byOrigin, type DayValue, type Series } from './charts/series';
import { explainPoint, type TrendOf } from './explain/trendPoint';
import { useFormat } from './host';
import styles from './card.module.css';

const TITLE = 'Alignment of effort over time';

type Props = {
  /** `null`: a filter is set; days are recorded of whole projects only */
  trend: readonly AlignmentPoint[] | null;
  /** where the issues behind its points are */
  of: TrendOf;
  className?: string;
};

const hasValue = ({ value }: DayValue): boolean => value !== null;

/** A chart of the weekly alignment of effort. Recorded and reconstructed values have separate lines. */
export function AlignmentTrendCard({ trend, of, className }: Props) {
  return (
    <Card title={TITLE} className={className}>
      {trend ? (
        <Trend trend={trend} of={of} />
      ) : (
        <p className={styles.nothing}>
          The app records each day’s alignment of the whole project, not of a sprint, a fix version or a component.
          Clear the filter to see it.
        </p>
      )}
    </Card>
  );
}

function Trend({ trend, of }: { trend: readonly AlignmentPoint[]; of: TrendOf }) {
  const format = useFormat();
  const { recorded, reconstructed } = byOrigin(trend, ({ alignment }) => alignment, {
    explain: (point) => explainPoint(point, of, format),
    isJoined: false,
  });
  const series: Series[] = [
    { name: 'Recorded', points: recorded, tone: 'brand', isFilled: true },
    { name: 'Reconstructed', points: reconstructed, tone: 'neutral', isDashed: true },
  ];
  return (
    <>
      <LineChart
        label={TITLE}
        series={series}
        format={(value) => format.percent(value)}
        domain={[0, 1]}
        height={196}
        none="There is no effort to draw yet. The line begins with the first work that is in progress or done."
      />
      {[...recorded, ...reconstructed].some(hasValue) && (
        <p className="small">
          Each point is the effort of the 90 days up to it, as the app recorded it on that day.
          {reconstructed.some(hasValue) &&
            ' Reconstructed: before the app recorded it, from what was done in the 13 weeks up to each day, under today’s links. Only the recorded points count work in progress, so the two lines are not joined.'}
        </p>
      )}
    </>
  );
}
