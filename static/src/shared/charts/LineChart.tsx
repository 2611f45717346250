import { useState } from 'react';
import type { Day } from '../../../../src/contract';
import { useFormat } from '../host';
import { layOut } from './layOut';
import { Legend } from './Legend';
import { Lines } from './Lines';
import { explanationsOn, PointsOf } from './PointsOf';
import type { DayLine, Series } from './series';
import { SeriesTable } from './SeriesTable';
import { usePointer } from './usePointer';
import { useWidth } from './useWidth';
import styles from './charts.module.css';

type Props = {
  /** the title of the chart */
  label: string;
  series: readonly Series[];
  /** writes a value, on the axis and beside a point */
  format: (value: number) => string;
  /** lowest and highest value shown; by default round numbers around all values and 0 */
  domain?: readonly [number, number];
  /** days with a line of their own */
  dayLines?: readonly DayLine[];
  height?: number;
  /** text in place of a chart without values */
  none?: string;
};

/** The values of the series on a day, as texts. */
const valuesOn = (series: readonly Series[], day: Day, format: Props['format']) =>
  series.flatMap(({ name, points }) => {
    const value = points.find((point) => point.day === day)?.value ?? null;
    return value === null ? [] : [{ name, text: format(value) }];
  });

/**
 * Values over days, as lines. Exact values appear beside the pointer, are read out on arrow keys, and are in a table
 * that opens below. A click, or Enter, opens what the values of a day are made of.
 */
export function LineChart(props: Props) {
  const { label, series, format, domain, dayLines = [], height = 200, none = 'There is nothing to draw yet.' } = props;
  const { day: formatDay } = useFormat();
  const { ref, width } = useWidth<HTMLDivElement>();
  const [isTableOpen, setTableOpen] = useState(false);
  const [opened, setOpened] = useState<Day | null>(null);
  const picture = layOut({ series, dayLines, domain, width, height, format });
  const { at, handlers } = usePointer(picture, (day) => setOpened(explanationsOn(series, day).length > 0 ? day : null));

  if (!picture) return <p className="subtle">{none}</p>;
  const atDay = at === null ? null : (picture.days[at] ?? null);
  const values = atDay === null ? [] : valuesOn(series, atDay, format);
  const canOpen = picture.days.some((day) => explanationsOn(series, day).length > 0);
  const spoken =
    atDay === null
      ? `Use the arrow keys to go from day to day${canOpen ? ', and Enter to see what a value is made of' : ''}`
      : `${formatDay(atDay)}: ${values.map(({ name, text }) => `${name} ${text}`).join(', ')}`;
  const explained = opened === null ? [] : explanationsOn(series, opened);
  const place = atDay === null ? 0 : picture.x(atDay);

  return (
    <figure className={styles.figure}>
      <Legend series={series} />
      <div ref={ref} className={styles.plot} style={{ blockSize: height }}>
        <div
          className={canOpen ? `${styles.focus} ${styles.opens}` : styles.focus}
          role="slider"
          tabIndex={0}
          aria-label={`${label}, day by day`}
          aria-valuemin={1}
          aria-valuemax={picture.days.length}
          aria-valuenow={(at ?? picture.days.length - 1) + 1}
          aria-valuetext={spoken}
          {...handlers}
        >
          <Lines picture={picture} series={series} atDay={atDay} />
        </div>
        {atDay !== null && (
          <div
            className={styles.beside}
            style={place > width / 2 ? { right: width - place + 10 } : { left: place + 10 }}
            aria-hidden="true"
          >
            <p className="subtle">{formatDay(atDay)}</p>
            {values.map(({ name, text }) => (
              <p key={name} className={styles.besideValue}>
                <span>{name}</span>
                <span>{text}</span>
              </p>
            ))}
          </div>
        )}
      </div>
      {explained.length > 0 && <PointsOf explanations={explained} onClose={() => setOpened(null)} />}
      <button
        type="button"
        className={styles.tableButton}
        aria-expanded={isTableOpen}
        onClick={() => setTableOpen(!isTableOpen)}
      >
        {isTableOpen ? 'Hide the table' : 'Show as a table'}
      </button>
      {isTableOpen && <SeriesTable label={label} series={series} days={picture.days} format={format} />}
    </figure>
  );
}
