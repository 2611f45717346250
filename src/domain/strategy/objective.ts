import type { Day } from '../time/day';

/** The statuses that a person can state. Only active objectives can be tagged. */
export const STATED_STATUSES = ['draft', 'active', 'achieved', 'dropped'] as const;
export type StatedStatus = (typeof STATED_STATUSES)[number];

/** An objective's status. `unknown`: an issue carries a key that the strategy lacks. */
export type ObjectiveStatus = StatedStatus | 'unknown';

/** The four perspectives of the balanced scorecard (Kaplan and Norton). */
export const PERSPECTIVES = ['financial', 'customer', 'internalProcess', 'learningAndGrowth'] as const;
export type Perspective = (typeof PERSPECTIVES)[number];

/** The progress that an objective is judged by: of its work, its key results, or the mean of both. */
export const HEADLINES = ['work', 'keyResults', 'both'] as const;
export type Headline = (typeof HEADLINES)[number];

export const STATUS_NAME: Record<ObjectiveStatus, string> = {
  draft: 'Draft',
  active: 'Active',
  achieved: 'Achieved',
  dropped: 'Dropped',
  unknown: 'Unknown',
};

export const PERSPECTIVE_NAME: Record<Perspective, string> = {
  financial: 'Financial',
  customer: 'Customer',
  internalProcess: 'Internal process',
  learningAndGrowth: 'Learning and growth',
};

export const HEADLINE_NAME: Record<Headline, string> = {
  work: 'Work done',
  keyResults: 'Key results',
  both: 'Both, half and half',
};

/** A stated strategic outcome. Days count from 1970-01-01. */
export type Objective = {
  key: string;
  title: string;
  status: ObjectiveStatus;
  description: string | null;
  /** key of the objective above it in the cascade */
  parent: string | null;
  /** planned share among its siblings, on any scale; `null`: not stated */
  weight: number | null;
  perspective: Perspective | null;
  /** account id */
  owner: string | null;
  start: number | null;
  target: number | null;
  headline: Headline;
  /** hidden in lists; counted as before */
  archived: boolean;
};

/**
 * An objective as figures need it. `description`: the text, or where it was not read, whether there is one; `found`: of
 * one that is an issue the day on which the app found it to be one
 */
export type ObjectiveOutline = Omit<Objective, 'description'> & {
  description: Objective['description'] | boolean;
  found?: Day | null;
};
