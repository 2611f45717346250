import type { Day } from '../../../../src/contract';
import { NONE } from '../format';
import { useFormat } from '../host';
import type { Series } from './series';
import styles from './charts.module.css';

type Props = {
  label: string;
  series: readonly Series[];
  days: readonly Day[];
  format: (value: number) => string;
};

/** The values of a chart in numbers, newest first. */
export function SeriesTable({ label, series, days, format }: Props) {
  const { day: formatDay } = useFormat();
  return (
    <div className={styles.tableScroll} tabIndex={0} role="region" aria-label={`${label}, as a table`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day}>
              <th scope="row">{formatDay(day)}</th>
              {series.map(({ name, points }) => {
                const value = points.find((point) => point.day === day)?.value ?? null;
                return <td key={name}>{value === null ? NONE : format(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
