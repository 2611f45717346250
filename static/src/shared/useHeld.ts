import { useState } from 'react';

/** A value as it was when holding began, for what must not change under somebody's pointer or fingers. */
export function useHeld<T>(value: T, isHeld: boolean): T {
  const [held, hold] = useState<{ value: T } | null>(null);
  if (isHeld !== (held !== null)) hold(isHeld ? { value } : null);
  return isHeld && held ? held.value : value;
}
