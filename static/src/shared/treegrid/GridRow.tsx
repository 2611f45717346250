import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import VisuallyHidden from '@atlaskit/visually-hidden';
import {
  forwardRef,
  memo,
  useLayoutEffect,
  useRef,
  type CSSProperties,
  type ForwardedRef,
  type ReactNode,
} from 'react';
import type { TreeRow } from './forest';
import { widgetsOf } from './keys';
import styles from './treegrid.module.css';

export type GridColumn<T> = {
  /** also the name of its grid area */
  id: string;
  label: string;
  /** shows the label to screen readers only */
  isLabelHidden?: boolean;
  /** what the signs in it mean, below the label */
  legend?: ReactNode;
  cell: (item: T) => ReactNode;
};

type Props<T> = {
  row: TreeRow<T>;
  index: number;
  /** top of the row in a virtual grid, in px; `null` in others */
  start: number | null;
  columns: readonly GridColumn<T>[];
  /** Tab stops at this row */
  isActive: boolean;
  onToggle: (key: string, isExpanded: boolean) => void;
};

function Expander({ row, onToggle }: { row: TreeRow<unknown>; onToggle: (isExpanded: boolean) => void }) {
  if (!row.hasChildren) return <span className={styles.expander} />;
  return (
    <button
      type="button"
      tabIndex={-1}
      data-expander
      className={styles.expander}
      aria-label={`${row.isExpanded ? 'Close' : 'Open'} ${row.key}`}
      onClick={() => onToggle(!row.isExpanded)}
    >
      {row.isExpanded ? <ChevronDownIcon label="" size="small" /> : <ChevronRightIcon label="" size="small" />}
    </button>
  );
}

function InnerRow<T>(props: Props<T>, measure: ForwardedRef<HTMLDivElement>) {
  const { row, index, start, columns, isActive, onToggle } = props;
  const element = useRef<HTMLDivElement | null>(null);
  // Tab stops at the grid once. Arrow keys reach the widgets of a row.
  useLayoutEffect(() => {
    for (const widget of element.current ? widgetsOf(element.current) : []) widget.tabIndex = -1;
  });
  return (
    <div
      ref={(node) => {
        element.current = node;
        if (typeof measure === 'function') measure(node);
        else if (measure) measure.current = node;
      }}
      role="row"
      className={[styles.row, row.isDimmed && styles.dimmed].filter(Boolean).join(' ')}
      style={start === null ? undefined : { position: 'absolute', insetBlockStart: start, insetInline: 0 }}
      tabIndex={isActive ? 0 : -1}
      data-row={row.key}
      data-index={index}
      aria-rowindex={index + 2}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.hasChildren ? row.isExpanded : undefined}
    >
      {columns.map(({ id, label, cell }, column) =>
        column === 0 ? (
          <div
            key={id}
            role="rowheader"
            data-column={id}
            className={styles.tree}
            style={{ '--level': row.level - 1, gridArea: id } as CSSProperties}
          >
            <Expander row={row} onToggle={(isExpanded) => onToggle(row.key, isExpanded)} />
            <div className={styles.name}>
              {cell(row.item)}
              {row.isDimmed && <VisuallyHidden> (does not match itself, something below it does)</VisuallyHidden>}
            </div>
          </div>
        ) : (
          <div key={id} role="gridcell" data-column={id} data-label={label} style={{ gridArea: id }}>
            {cell(row.item)}
          </div>
        ),
      )}
    </div>
  );
}

/** A row of a tree grid. Memoized, so that scrolling draws only rows that come into view. */
export const GridRow = memo(forwardRef(InnerRow)) as <T>(
  props: Props<T> & { ref?: ForwardedRef<HTMLDivElement> | undefined },
) => ReactNode;
