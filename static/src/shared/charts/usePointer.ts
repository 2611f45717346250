import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { Day } from '../../../../src/contract';
import type { Picture } from './layOut';

/** The index of the place that is nearest to a number. */
function nearest(places: readonly number[], to: number): number {
  let best = 0;
  for (const [index, place] of places.entries()) {
    if (Math.abs(place - to) < Math.abs((places[best] ?? 0) - to)) best = index;
  }
  return best;
}

/** Chooses a day of a chart, by pointer or arrow keys, and opens it. `at`: its index in `picture.days` */
export function usePointer(picture: Picture | null, onOpen: (day: Day) => void) {
  const [at, setAt] = useState<number | null>(null);
  const last = (picture?.days.length ?? 0) - 1;

  const indexAt = (event: MouseEvent<HTMLElement>): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return nearest(picture?.days.map((day) => picture.x(day)) ?? [], event.clientX - left);
  };
  const openAt = (index: number | null) => {
    const day = index === null ? undefined : picture?.days[index];
    if (day !== undefined) onOpen(day);
  };
  const onPointerMove = (event: MouseEvent<HTMLElement>) => {
    if (picture) setAt(indexAt(event));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = at ?? last + 1;
    const keys: Partial<Record<string, number>> = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: last };
    const to = keys[event.key];
    if (event.key === 'Escape') setAt(null);
    if (event.key === 'Enter') openAt(at);
    if (to === undefined) return;
    event.preventDefault();
    setAt(Math.min(last, Math.max(0, to)));
  };
  const leave = () => setAt(null);
  return {
    // The days may have become fewer since.
    at: at === null || last < 0 ? null : Math.min(at, last),
    handlers: {
      onPointerMove,
      onKeyDown,
      onClick: (event: MouseEvent<HTMLElement>) => openAt(indexAt(event)),
      onPointerLeave: leave,
      onBlur: leave,
    },
  };
}
