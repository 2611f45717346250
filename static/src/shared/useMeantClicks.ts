import { type MouseEvent, useEffect, useRef } from 'react';

/** People need about so long to see that something came under their pointer. */
const SEEN_MS = 500;

/**
 * Tells clicks that are meant from those on what came under the pointer a moment ago, such as a suggestion that was found
 * late. Those of the keyboard are meant.
 * @param shown what the button is for
 */
export function useMeantClicks(shown: string | null): (click: Pick<MouseEvent, 'detail'>) => boolean {
  const before = useRef(shown);
  const since = useRef(-Infinity);
  useEffect(() => {
    if (before.current !== shown) since.current = performance.now();
    before.current = shown;
  }, [shown]);
  // A click of the keyboard has no detail.
  return ({ detail }) => detail === 0 || performance.now() - since.current >= SEEN_MS;
}
