import DynamicTable from '@atlaskit/dynamic-table';
import type { ReactNode } from 'react';
import styles from './project.module.css';

/** A column of a wide table. */
export type Column<R> = {
  head: ReactNode;
  cell: (row: R) => ReactNode;
  /** in percent of the table; a column without it takes what is left */
  width?: number;
  /** where the table can be sorted by it: what it is sorted by */
  sortBy?: (row: R) => string | number;
};

type Props<R> = {
  label: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  isHighlighted?: (row: R) => boolean;
};

/** A table of the project's work that looks like Jira's own: it can be sorted, and scrolls where it is too wide. */
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
