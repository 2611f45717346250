import VisuallyHidden from '@atlaskit/visually-hidden';
import type { ReactNode } from 'react';
import { TableScroll } from './TableScroll';
import styles from './table.module.css';

/** A column of a table. The first one of a table names its rows. */
export type Column<R> = {
  head: string;
  cell: (row: R) => ReactNode;
  /** what stands below all rows */
  foot?: ReactNode;
  /** explains the head to who points at it */
  title?: string;
  /** a number ends where its column ends, what is short stays on one line, text breaks anywhere and runs as its script does */
  kind?: 'number' | 'short' | 'text';
  /** in CSS; else what is in the column decides */
  width?: string;
};

type Props<R> = {
  /** names the table to who hears the page */
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R, index: number) => string | number;
  /** whether its letters are small */
  isSmall?: boolean;
  /** whether it shows a few rows at a time */
  isLow?: boolean;
  /** of the table itself */
  className?: string;
};

/** A cell of a column, in a row of its own or in the foot. */
const cellOf = <R,>({ kind }: Column<R>, index: number, content: ReactNode) => {
  const looks = { className: kind && styles[kind], dir: kind === 'text' ? 'auto' : undefined };
  return index === 0 ? (
    <th key={index} scope="row" {...looks}>
      {content}
    </th>
  ) : (
    <td key={index} {...looks}>
      {content}
    </td>
  );
};

/**
 * A table to read, in a part of the page that scrolls where it is too wide. Atlaskit's dynamic table has neither heads of rows nor a
 * foot, and brings 130 kB for sorting and dragging: it is for lists that are sorted.
 */
export function DataTable<R>({ caption, columns, rows, keyOf, isSmall, isLow, className = '' }: Props<R>) {
  return (
    <TableScroll label={`${caption}, as a table`} isLow={isLow}>
      <table className={`${styles.table} ${isSmall ? styles.small : ''} ${className}`}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map(({ head, kind, title, width }) => (
              <th
                key={head}
                scope="col"
                className={kind && styles[kind]}
                title={title}
                style={width === undefined ? undefined : { inlineSize: width }}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={keyOf(row, at)}>{columns.map((column, index) => cellOf(column, index, column.cell(row)))}</tr>
          ))}
        </tbody>
        {columns.some(({ foot }) => foot !== undefined) && (
          <tfoot>
            <tr>{columns.map((column, index) => cellOf(column, index, column.foot))}</tr>
          </tfoot>
        )}
      </table>
    </TableScroll>
  );
}
