import VisuallyHidden from '@atlaskit/visually-hidden';
import { useId, useImperativeHandle, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useDrawn } from '../useDrawn';
import type { TreeRow } from './forest';
import { moveFor, widgetsOf } from './keys';
import { GridRow, type GridColumn } from './GridRow';
import styles from './treegrid.module.css';

export type { GridColumn };

const ROW_PX = 72;

export type TreeGridHandle = { focusRow: (key: string) => void };

type Props<T> = {
  label: string;
  rows: readonly TreeRow<T>[];
  /** the first one shows the tree */
  columns: readonly GridColumn<T>[];
  /** the class that lays the columns out */
  layout: string | undefined;
  onToggle: (key: string, isExpanded: boolean) => void;
  onOpen: (key: string) => void;
  /** handles keys beyond the pattern; returns whether it took the key */
  onCommand?: (event: KeyboardEvent, item: T) => boolean;
  /** what those keys do, for screen readers */
  commands?: string;
  handle?: Ref<TreeGridHandle>;
};

const KEYBOARD = 'Use the up and down arrows to move, right and left to open and close, Enter to open the objective.';

/** A table whose rows form a tree, with the keyboard of the WAI-ARIA tree grid pattern. Tab stops at it once. */
export function TreeGrid<T>(props: Props<T>) {
  const { label, rows, columns, layout, onToggle, onOpen, onCommand, commands, handle } = props;
  const grid = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const hint = useId();
  const [wanted, setWanted] = useState<string | null>(null);
  const active = rows.find(({ key }) => key === wanted)?.key ?? rows[0]?.key;
  const activeIndex = rows.findIndex(({ key }) => key === active);
  /** What takes the focus once it is drawn: a row (`widget` is −1), or a widget in it. */
  const pending = useRef<{ key: string; widget: number } | null>(null);

  const { isVirtual, ...drawn } = useDrawn({
    count: rows.length,
    keyAt: (index) => rows[index]?.key ?? index,
    frame: grid,
    guessPx: ROW_PX,
    beyond: 6,
    // The active row stays drawn when it scrolls out of view, or its focus would be lost.
    kept: Math.max(0, activeIndex),
  });

  const rowElement = (key: string) =>
    [...(grid.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find(({ dataset }) => dataset.row === key);

  /** Focuses a drawn row, or a widget in it, and scrolls it into view. */
  const focusIn = (row: HTMLElement, widget: number) => {
    pending.current = null;
    // The column headers would cover a row that scrolls into view.
    if (isVirtual && grid.current) grid.current.style.scrollPaddingBlockStart = `${head.current?.offsetHeight ?? 0}px`;
    (widgetsOf(row)[widget] ?? row).focus();
    if (isVirtual) holdInView(row);
  };

  useLayoutEffect(() => {
    const goal = pending.current;
    const row = goal && rowElement(goal.key);
    if (goal && row) focusIn(row, goal.widget);
  });

  const focus = (key: string, widget = -1) => {
    pending.current = { key, widget };
    setWanted(key);
    const row = rowElement(key);
    // A drawn row gets the focus now, since no render may follow.
    if (row) focusIn(row, widget);
  };
  useImperativeHandle(handle, () => ({ focusRow: (key) => focus(key) }));

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    // React also passes on keys of menus and popups opened from here.
    if (event.defaultPrevented || !grid.current?.contains(target)) return;
    const element = target.closest<HTMLElement>('[data-row]');
    const index = rows.findIndex(({ key }) => key === element?.dataset.row);
    const row = rows[index];
    if (!element || !row) return;
    if (onCommand?.(event, row.item)) return event.preventDefault();
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const widgets = widgetsOf(element);
    const widget = widgets.indexOf(target);
    // Here the arrow keys open the button's menu.
    if (target.hasAttribute('aria-haspopup') && /^Arrow(Up|Down)$/.test(event.key)) return;
    const move = moveFor(event.key, { ...row, widget, widgets: widgets.length });
    if (move === null) return;
    event.preventDefault();
    if (move === 'open') onOpen(row.key);
    else if ('expand' in move) onToggle(row.key, move.expand);
    else if (move.to === 'widget') widgets[move.at]?.focus();
    else if (move.to === 'self') element.focus();
    else {
      const next = rowOf(rows, index, move);
      if (next !== undefined) focus(next, widget);
    }
  };

  return (
    <>
      <VisuallyHidden id={hint}>{[KEYBOARD, commands].filter(Boolean).join(' ')}</VisuallyHidden>
      <div
        ref={grid}
        role="treegrid"
        aria-label={label}
        aria-describedby={hint}
        aria-rowcount={rows.length + 1}
        className={[styles.grid, isVirtual && styles.window, layout].filter(Boolean).join(' ')}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setWanted(target.closest<HTMLElement>('[data-row]')?.dataset.row ?? wanted)}
      >
        <div ref={head} role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {columns.map(({ id, label: name, isLabelHidden, legend }) => (
              <div key={id} role="columnheader" data-column={id} style={{ gridArea: id }}>
                {isLabelHidden ? <VisuallyHidden>{name}</VisuallyHidden> : name}
                {legend}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={drawn.style}>
          {drawn.items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <GridRow
                key={row.key}
                ref={drawn.measure}
                row={row}
                index={index}
                start={start}
                columns={columns}
                isActive={row.key === active}
                onToggle={onToggle}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

/** Frames until rows that a jump brought into view are drawn, measured and in place. */
const PICTURES_TO_SETTLE = 4;

/** Keeps a row in view while the rows around it are drawn and measured, as long as it has the focus. */
function holdInView(row: HTMLElement, pictures = PICTURES_TO_SETTLE): void {
  if (pictures === 0) return;
  requestAnimationFrame(() => {
    if (!row.contains(document.activeElement)) return;
    row.scrollIntoView({ block: 'nearest' });
    holdInView(row, pictures - 1);
  });
}

/** The key of the row that a move leads to. */
function rowOf<T>(
  rows: readonly TreeRow<T>[],
  from: number,
  move: { to: 'row'; by: number } | { to: 'end'; last: boolean } | { to: 'parent' },
): string | undefined {
  if (move.to === 'row') return rows[Math.min(rows.length - 1, Math.max(0, from + move.by))]?.key;
  if (move.to === 'end') return rows.at(move.last ? -1 : 0)?.key;
  const level = rows[from]?.level ?? 1;
  return rows.slice(0, from).findLast((row) => row.level < level)?.key;
}
