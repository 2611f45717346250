import { type ReactNode, useRef } from 'react';
import { useDrawn } from './useDrawn';
import styles from './virtualList.module.css';

/** Up to so many items the list is as long as they are. */
const SHORT = 8;
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
  const drawn = useDrawn({
    count: items.length,
    keyAt: (index) => (items[index] === undefined ? index : itemKey(items[index])),
    frame,
    guessPx: ITEM_PX,
    beyond: 10,
  });
  const isLong = items.length > SHORT;
  return (
    // The keyboard scrolls what it can focus.
    <div ref={frame} className={styles.frame} {...(isLong && { tabIndex: 0, role: 'region', 'aria-label': label })}>
      <ul aria-label={label} className={drawn.isVirtual ? styles.virtual : styles.list} style={drawn.style}>
        {drawn.items.map(({ index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={itemKey(item)}
              ref={drawn.measure}
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
