import type { WorkItem } from '../../src/domain/work/workItem';
import type { Coverage } from '../../src/domain/work/coverage';
import { writeSetting } from '../../src/store/runs/settingStore';
import { writeItems } from '../../src/sync/follow/writeItems';
import { refreshOutdated } from '../../src/sync/follow/refresh';
import { DAY_MS, synced } from './synced';

export const TODAY = 1000;
export const NOW = TODAY * DAY_MS;

/** Both projects, and what was recorded over all. */
export const WHOLE = { covered: new Set([1, 2]), objectives: true };

/** Those who see all totals. */
export const ALL: Coverage = { covers: 'all', covered: new Set([1, 2]), browsable: new Set([1]) };

/** What an older version stored of the site, without flags and teams. */
export const DISCOVERED = { fields: { objective: null, estimates: [], sprint: null }, timeZone: 'UTC' };

export const hold = async (items: readonly WorkItem[], updated = 0, now = NOW): Promise<void> => {
  await writeSetting('discovered', DISCOVERED);
  await writeItems(items.map((one) => synced(one, updated)));
  await refreshOutdated(now, 'UTC');
};

export const objectiveSnapshot = (key: string, day: number) => ({
  objective: key,
  day,
  items: { todo: 1, doing: 2, done: 3 },
  points: { todo: 4, doing: 5, done: 6 },
  keyResultProgress: 0.25,
  health: 'atRisk' as const,
  openWork: 7,
});

export const NO_FACTORS = {
  clarity: null,
  communication: null,
  resources: null,
  monitoring: null,
  adaptability: null,
  buyIn: null,
};

export const projectSnapshot = (project: number, day: number) => ({
  project,
  day,
  items: { aligned: 1, run: 2, stale: 3, unlinked: 4 },
  points: { aligned: 5, run: 6, stale: 7, unlinked: 8 },
  planned: { aligned: 9, run: 10, stale: 11, unlinked: 12 },
});
