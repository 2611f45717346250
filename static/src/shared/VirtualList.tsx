import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import styles from './virtualList.module.css';

/** Up to so many items the list is as long as they are. */
const SHORT = 8;
/** From so many on, only items in view are drawn. */
const VIRTUAL_FROM = 80;
/** A first guess, until an item is drawn and measured. */
const ITEM_PX = 22;

type Props<T> = {
  label: string;
  items: readonly T[];
  itemKey: (item: T) => string;
  /** what an item shows */
  children: (item: T) => ReactNode;
};

/** A list of any length: a long one scrolls, and of a very long one only what is in view is drawn. */
export function VirtualList<T>({ label, items, itemKey, children }: Props<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const isVirtual = items.length >= VIRTUAL_FROM;
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here; the items ask it anew each time
  const virtual = useVirtualizer({
    count: items.length,
    enabled: isVirtual,
    getScrollElement: () => frame.current,
    getItemKey: (index) => (items[index] === undefined ? index : itemKey(items[index])),
    estimateSize: () => ITEM_PX,
    overscan: 10,
  });
  const shown = isVirtual
    ? virtual.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : items.map((_, index) => ({ index, start: null }));
  const isLong = items.length > SHORT;
  return (
    // The keyboard scrolls what it can focus.
    <div ref={frame} className={styles.frame} {...(isLong && { tabIndex: 0, role: 'region', 'aria-label': label })}>
      <ul
        aria-label={label}
        className={isVirtual ? styles.virtual : styles.list}
        style={isVirtual ? { blockSize: virtual.getTotalSize() } : undefined}
      >
        {shown.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={itemKey(item)}
              ref={isVirtual ? virtual.measureElement : undefined}
              data-index={index}
              aria-setsize={items.length}
              aria-posinset={index + 1}
              style={start === null ? undefined : { insetBlockStart: start }}
            >
              {children(item)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
