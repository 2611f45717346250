import type { EstimateCounts } from '../../../src/domain/work/estimate';
import type { WorkItem } from '../../../src/domain/work/workItem';

/** Counts the estimates of units. */
export const estimateCounts = (units: readonly Pick<WorkItem, 'estimate'>[]): EstimateCounts => {
  const counts = new Map<number, number>();
  for (const { estimate } of units) if (estimate !== null) counts.set(estimate, (counts.get(estimate) ?? 0) + 1);
  return [...counts].map(([estimate, count]) => ({ estimate, count }));
};
