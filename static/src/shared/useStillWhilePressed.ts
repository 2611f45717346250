import { useEffect, useRef, useState } from 'react';

/**
 * The value, kept as it was while a pointer is down. A click counts only where press and release meet the same element, so
 * a list whose options moved in between would lose the choice.
 */
export function useStillWhilePressed<T>(value: T, isActive: boolean): T {
  const latest = useRef(value);
  const [held, hold] = useState<{ value: T } | null>(null);
  useEffect(() => {
    latest.current = held ? held.value : value;
  });
  useEffect(() => {
    if (!isActive) return;
    const press = () => hold({ value: latest.current });
    // Once the click is done, which comes after the release.
    const release = () => setTimeout(() => hold(null));
    const until = new AbortController();
    addEventListener('pointerdown', press, { signal: until.signal, capture: true });
    for (const end of ['pointerup', 'pointercancel']) {
      addEventListener(end, release, { signal: until.signal, capture: true });
    }
    return () => {
      until.abort();
      hold(null);
    };
  }, [isActive]);
  return held ? held.value : value;
}
