import type { Measure, ObjectiveStatus, Standing } from '../../../src/contract';

export const RUN_NAME = 'Run the business';

export const STANDINGS: Standing[] = ['aligned', 'run', 'stale', 'unlinked'];

export const STANDING_NAME: Record<Standing, string> = {
  aligned: 'Aligned',
  run: RUN_NAME,
  stale: 'Stale objective',
  unlinked: 'No objective',
};

export const STANDING_MEANING: Record<Standing, string> = {
  aligned: 'serves an active objective, or is done and served one',
  run: 'deliberately not strategic',
  stale: 'open work on an objective that is no longer, or not yet, active',
  unlinked: 'serves nothing that is stated',
};

export const STATUS_NAME: Record<ObjectiveStatus, string> = {
  draft: 'Draft',
  active: 'Active',
  achieved: 'Achieved',
  dropped: 'Dropped',
  unknown: 'Unknown',
};

export const MEASURE_NAME: Record<Measure, string> = { items: 'Work items', points: 'Points' };
