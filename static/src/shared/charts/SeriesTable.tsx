import type { Day } from '../../../../src/contract';
import { NONE } from '../format';
import { useFormat } from '../host';
import { DataTable, type Column } from '../table/DataTable';
import type { Series } from './series';
import styles from './charts.module.css';

type Props = {
  label: string;
  series: readonly Series[];
  days: readonly Day[];
  format: (value: number) => string;
};

/** The values of a chart, newest first. */
export function SeriesTable({ label, series, days, format }: Props) {
  const { day: formatDay } = useFormat();
  const columns = series.map(({ name, points }): Column<Day> => {
    const values = new Map(points.map(({ day, value }) => [day, value]));
    return {
      head: name,
      kind: 'short',
      cell: (day) => {
        const value = values.get(day) ?? null;
        return value === null ? NONE : format(value);
      },
    };
  });
  return (
    <DataTable
      isSmall
      isLow
      caption={label}
      className={styles.table}
      columns={[{ head: 'Day', kind: 'short', cell: formatDay }, ...columns]}
      rows={days.toReversed()}
      rowKey={(day) => day}
    />
  );
}
