import { useState } from 'react';

const NOTHING_CLOSED: ReadonlySet<string> = new Set();

/** Which rows of a tree are closed; at first none. A narrowed list has its own, so that matches are in view. */
export function useCollapsed(isNarrowed: boolean) {
  const [whole, setWhole] = useState(NOTHING_CLOSED);
  const [narrowed, setNarrowed] = useState(NOTHING_CLOSED);
  const collapsed = isNarrowed ? narrowed : whole;
  const toggle = (key: string, isExpanded: boolean) => {
    const next = new Set(collapsed);
    if (isExpanded) next.delete(key);
    else next.add(key);
    (isNarrowed ? setNarrowed : setWhole)(next);
  };
  return { collapsed, toggle };
}
