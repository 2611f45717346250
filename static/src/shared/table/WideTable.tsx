import DynamicTable from '@atlaskit/dynamic-table';
import type { ReactNode } from 'react';
import styles from './wideTable.module.css';

export type WideColumn<R> = {
  head: ReactNode;
  cell: (row: R) => ReactNode;
  /** in percent of the table; a column without it takes what is left */
  width?: number;
  /** makes the column sortable, by this value */
  sortBy?: (row: R) => string | number;
};

type Props<R> = {
  label: string;
  columns: readonly WideColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  isHighlighted?: (row: R) => boolean;
};

/** A table that looks like Jira's own. It can be sorted, and scrolls if it is too wide. */
export function WideTable<R>({ label, columns, rows, rowKey, isHighlighted }: Props<R>) {
  const head = columns.map(({ head: content, width, sortBy }, index) => ({
    key: String(index),
    content,
    width,
    isSortable: sortBy !== undefined,
  }));
  return (
    <div className={styles.scroll}>
      <DynamicTable
        label={label}
        head={{ cells: head }}
        rows={rows.map((row) => ({
          key: rowKey(row),
          isHighlighted: isHighlighted?.(row),
          cells: columns.map(({ cell, sortBy }) => ({ key: sortBy?.(row), content: cell(row) })),
        }))}
      />
    </div>
  );
}
