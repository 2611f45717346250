import { reaches } from '../reaches';

/** An objective's health, worst first. `pending`: before its start, or without dates or progress. */
export const HEALTHS = ['offTrack', 'atRisk', 'onTrack', 'pending'] as const;
export type Health = (typeof HEALTHS)[number];

/** An objective is on track, or at risk, from these shares of its expected progress. */
export const ON_TRACK = 0.9;
export const AT_RISK = 0.7;

/**
 * The health by progress and expected progress (`null` before the start or without dates), both 0…1. With 0.5 expected,
 * 0.45 is on track, 0.35 at risk, 0.34 off track.
 */
export const healthOf = (progress: number | null, expected: number | null): Health => {
  if (progress === null || expected === null) return 'pending';
  if (reaches(progress, ON_TRACK * expected)) return 'onTrack';
  return reaches(progress, AT_RISK * expected) ? 'atRisk' : 'offTrack';
};

/** Below this chance to arrive by its target an objective is unlikely to arrive in time. */
export const UNLIKELY = 0.15;

/**
 * Whether an objective is on track by its pace and yet unlikely to arrive in time by its forecast. Its health stays
 * what it is, so this raises no signal.
 * @param chance to arrive by the target, 0…1; none without a forecast or a target
 */
export const isUnlikelyInTime = (health: Health | null, chance: number | null | undefined): boolean =>
  health === 'onTrack' && chance != null && chance < UNLIKELY;
