import DynamicTable from '@atlaskit/dynamic-table';
import type { ReactNode } from 'react';
import styles from './project.module.css';

export type Column<R> = {
  head: ReactNode;
  cell: (row: R) => ReactNode;
  /** in percent of the table; a column without it takes what is left */
  width?: number;
  /** makes the column sortable, by this value */
  sortBy?: (row: R) => string | number;
};

type Props<R> = {
  label: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  isHighlighted?: (row: R) => boolean;
};

/** A table that looks like Jira's own. It can be sorted, and scrolls if it is too wide. */
export function WideTable<R>({ label, columns, rows, keyOf, isHighlighted }: Props<R>) {
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
          key: keyOf(row),
          isHighlighted: isHighlighted?.(row),
          cells: columns.map(({ cell, sortBy }) => ({ key: sortBy?.(row), content: cell(row) })),
        }))}
      />
    </div>
  );
}
