import type { Day } from '../../../../src/contract';
import { Explain } from '../explain/Explain';
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
    const values = new Map(points.map((point) => [point.day, point]));
    return {
      head: name,
      kind: 'short',
      cell: (day) => {
        const { value = null, explanation } = values.get(day) ?? {};
        if (value === null) return NONE;
        return explanation ? <Explain explanation={explanation}>{format(value)}</Explain> : format(value);
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
