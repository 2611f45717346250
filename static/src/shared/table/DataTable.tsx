import VisuallyHidden from '@atlaskit/visually-hidden';
import type { ReactNode } from 'react';
import { TableScroll } from './TableScroll';
import styles from './table.module.css';

/** A column. The first one of a table names the rows. */
export type Column<R> = {
  head: string;
  cell: (row: R) => ReactNode;
  /** in the footer */
  foot?: ReactNode;
  /** tooltip of the head */
  title?: string;
  /** numbers align to the end; short stays on one line; text breaks anywhere, in the direction of its script */
  kind?: 'number' | 'short' | 'text';
  /** a CSS width; by default as the content needs */
  width?: string;
};

type Props<R> = {
  /** for screen readers */
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R, index: number) => string | number;
  isSmall?: boolean;
  /** shows a few rows at a time, and scrolls */
  isLow?: boolean;
  /** of the table itself */
  className?: string;
};

/** A cell in a row or in the footer. */
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
 * A table to read, which scrolls if it is too wide. Atlaskit's dynamic table is for lists that are sorted: it has
 * neither row headers nor a footer, and brings 130 kB for sorting and dragging.
 */
export function DataTable<R>({ caption, columns, rows, rowKey, isSmall, isLow, className = '' }: Props<R>) {
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
            <tr key={rowKey(row, at)}>{columns.map((column, index) => cellOf(column, index, column.cell(row)))}</tr>
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
