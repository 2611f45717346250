import type { ObjectiveStatus } from '../strategy/objective';
import { RUN } from './workItem';

export const STANDINGS = ['aligned', 'run', 'stale', 'unlinked'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * The standing of a unit, from what it serves and whether it is done. Work that is done stays aligned after its objective was
 * achieved or dropped; open work on such an objective, on a draft or on an unknown one is stale.
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
