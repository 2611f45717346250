import { DAYS_MISSED } from '../../domain/strategy/signals';
import type { ObjectiveSnapshot } from '../../domain/strategy/snapshot';
import type { Turn } from '../../domain/strategy/turn';
import type { Window } from '../../domain/time/window';
import { snapshotsSince } from './snapshots';
import { turnsSince } from './turns';

/**
 * What signals of a window are told from, over all projects: the changes of the strategy since it began, and the health
 * recorded since then. Two statements.
 */
export const turnedIn = async (window: Window): Promise<{ events: Turn[]; recordedHealth: ObjectiveSnapshot[] }> => {
  const [{ turns }, { objectives }] = await Promise.all([
    turnsSince(window.from, { asOf: window.to, past: null }),
    snapshotsSince(window.from - DAYS_MISSED, { covered: new Set(), objectives: true }),
  ]);
  return { events: turns, recordedHealth: objectives };
};
