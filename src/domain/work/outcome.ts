import type { Outcome } from './workItem';

/** Jira's keys of the status categories. */
export type StatusCategory = 'undefined' | 'new' | 'indeterminate' | 'done';

/** The default resolutions that mean "closed without being done". Compared without regard to case. */
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

/** Resolution names in the form in which they are compared: trimmed, in lower case. */
export const droppedResolutions = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => name.trim().toLowerCase()));

/**
 * An issue's outcome. The resolution counts only in the status category done, because a reopened issue may keep one.
 */
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
