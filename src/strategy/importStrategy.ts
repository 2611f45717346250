import { RUN } from '../domain/workItem';
import type { Objective } from '../domain/objective';
import { storeObjectives } from '../store/objectives';

/** States the objectives of a strategy in this order. What issues were tagged with before they were stated comes alive with them. */
export const importStrategy = (objectives: readonly Objective[]): Promise<void> =>
  storeObjectives(objectives.filter(({ key }) => key !== RUN));
