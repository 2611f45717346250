import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { CSSProperties, RefObject } from 'react';

/** From so many items on, only those in view are drawn. */
const VIRTUAL_FROM = 80;

type Asked = {
  count: number;
  keyAt: (index: number) => string | number;
  /** what scrolls */
  frame: RefObject<HTMLElement | null>;
  /** an item's height: a first guess, until it is drawn and measured */
  guessPx: number;
  /** items that are drawn beyond those in view, on each side */
  beyond: number;
  /** the index of an item that stays drawn wherever it is */
  kept?: number;
};

type Drawn = {
  isVirtual: boolean;
  /** `start`: pixels from the top; `null`: it stands where it comes */
  items: { index: number; start: number | null }[];
  /** of what holds the items */
  style: CSSProperties | undefined;
  /** of each drawn item, which needs `data-index` */
  measure: ((element: Element | null) => void) | undefined;
};

/** Which of any number of items are drawn: all of a few, and of many those in view. */
export function useDrawn({ count, keyAt, frame, guessPx, beyond, kept }: Asked): Drawn {
  const isVirtual = count >= VIRTUAL_FROM;
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes here; the items ask it anew each time
  const virtual = useVirtualizer({
    count,
    enabled: isVirtual,
    getScrollElement: () => frame.current,
    getItemKey: keyAt,
    estimateSize: () => guessPx,
    overscan: beyond,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(kept === undefined ? [] : [kept])])].sort((a, b) => a - b),
  });
  if (!isVirtual) {
    const items = Array.from({ length: count }, (_, index) => ({ index, start: null }));
    return { isVirtual, items, style: undefined, measure: undefined };
  }
  return {
    isVirtual,
    items: virtual.getVirtualItems().map(({ index, start }) => ({ index, start })),
    style: { blockSize: virtual.getTotalSize() },
    measure: virtual.measureElement,
  };
}
