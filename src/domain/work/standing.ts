import type { ObjectiveStatus } from '../strategy/objective';
import { RUN } from './workItem';

export const STANDINGS = ['aligned', 'run', 'stale', 'unlinked'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * A unit's standing, from what it serves and whether it is done. Done work stays aligned when its objective is achieved
 * or dropped. Open work on such an objective, a draft or an unknown one is stale.
 */
export const standingOf = (
  serves: string | null,
  done: boolean,
  statusOf: (key: string) => ObjectiveStatus,
): Standing => {
  if (serves === null) return 'unlinked';
  if (serves === RUN) return 'run';
  const status = statusOf(serves);
  return status === 'active' || (done && status !== 'unknown') ? 'aligned' : 'stale';
};
