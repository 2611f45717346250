/** What in a row takes the focus. The expander is for mouse and touch: keyboards have the arrow keys. */
const WIDGETS = ':is(a[href], button):not([data-expander])';

export const widgetsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>(WIDGETS)];

/** What a key does in a tree grid. */
export type Move =
  | { to: 'row'; by: number }
  | { to: 'end'; last: boolean }
  | { to: 'parent' }
  | { to: 'widget'; at: number }
  | { to: 'self' }
  | { expand: boolean }
  | 'open'
  | null;

/** Where the focus is: on the row itself (`widget` is −1) or on one of its widgets. */
export type Place = { hasChildren: boolean; isExpanded: boolean; widget: number; widgets: number };

/** Rows that Page Up and Page Down go by. */
const PAGE = 10;

/** The tree grid pattern of the WAI-ARIA Authoring Practices, where rows take the focus before their widgets. */
export function moveFor(key: string, { hasChildren, isExpanded, widget, widgets }: Place): Move {
  const isOnRow = widget < 0;
  switch (key) {
    case 'ArrowDown':
      return { to: 'row', by: 1 };
    case 'ArrowUp':
      return { to: 'row', by: -1 };
    case 'PageDown':
      return { to: 'row', by: PAGE };
    case 'PageUp':
      return { to: 'row', by: -PAGE };
    case 'ArrowRight':
      if (isOnRow && hasChildren && !isExpanded) return { expand: true };
      return widget + 1 < widgets ? { to: 'widget', at: widget + 1 } : null;
    case 'ArrowLeft':
      if (!isOnRow) return widget === 0 ? { to: 'self' } : { to: 'widget', at: widget - 1 };
      return isExpanded ? { expand: false } : { to: 'parent' };
    case 'Home':
      return isOnRow ? { to: 'end', last: false } : { to: 'widget', at: 0 };
    case 'End':
      return isOnRow ? { to: 'end', last: true } : { to: 'widget', at: widgets - 1 };
    case 'Escape':
      return isOnRow ? null : { to: 'self' };
    case 'Enter':
      return isOnRow ? 'open' : null;
    default:
      return null;
  }
}
