import { reaches } from '../reaches';

/** How an objective fares against its pace, worst first. `pending`: before its start, or without dates or progress. */
export const HEALTHS = ['offTrack', 'atRisk', 'onTrack', 'pending'] as const;
export type Health = (typeof HEALTHS)[number];

/** The shares of the expected progress from which an objective is on track, and at risk. */
export const ON_TRACK = 0.9;
export const AT_RISK = 0.7;

/** The health of an objective by its progress and the progress expected of it (`null` before its start or without dates), both 0…1. */
export const healthOf = (progress: number | null, expected: number | null): Health => {
  if (progress === null || expected === null) return 'pending';
  if (reaches(progress, ON_TRACK * expected)) return 'onTrack';
  return reaches(progress, AT_RISK * expected) ? 'atRisk' : 'offTrack';
};
