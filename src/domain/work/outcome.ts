import type { Outcome } from './workItem';

/** Jira's keys of the status categories. */
export type StatusCategory = 'undefined' | 'new' | 'indeterminate' | 'done';

/** Resolutions that mean "closed without being done", unless an admin chose others. Compared without regard to case. */
export const DEFAULT_DROPPED_RESOLUTIONS: readonly string[] = [
  "Won't Do",
  "Won't Fix",
  'Duplicate',
  'Cannot Reproduce',
  'Declined',
  'Incomplete',
  'Invalid',
  'Not a Bug',
  'Not Our Bug',
  'Obsolete',
  'Abandoned',
  'Needs more info',
  'Hold',
];

/** A set of resolution names that compares without regard to case. */
export const droppedResolutions = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.trim().toLowerCase()));

/** The outcome of an issue. A resolution only counts once the status category is done: reopened issues may keep theirs. */
export const outcomeOf = (
  category: StatusCategory,
  resolution: string | null,
  dropped: ReadonlySet<string>,
): Outcome => {
  switch (category) {
    case 'indeterminate':
      return 'doing';
    case 'done':
      return resolution !== null && dropped.has(resolution.trim().toLowerCase()) ? 'dropped' : 'done';
    case 'new':
    case 'undefined':
      return 'todo';
  }
};
