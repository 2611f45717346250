import type { EstimateCounts } from '../../../src/domain/work/estimate';
import type { WorkItem } from '../../../src/domain/work/workItem';

/** Counts estimates, without those of sub-tasks. */
export const estimateCounts = (items: readonly Pick<WorkItem, 'level' | 'estimate'>[]): EstimateCounts => {
  const counts = new Map<number, number>();
  for (const { level, estimate } of items) {
    if (level >= 0 && estimate !== null) counts.set(estimate, (counts.get(estimate) ?? 0) + 1);
  }
  return [...counts].map(([estimate, count]) => ({ estimate, count }));
};
