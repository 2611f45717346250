import { dayOf } from '../../src/domain/day';
import { DEFAULT_DROPPED_RESOLUTIONS, droppedResolutions, outcomeOf } from '../../src/domain/outcome';
import { type Cell, rollUp } from '../../src/domain/rollUp';
import { windowEnding } from '../../src/domain/window';
import type { WorkItem } from '../../src/domain/workItem';
import { allProjects } from '../../src/store/projects';
import { rolledUpCells } from '../../src/store/rollups';
import type { Site } from '../site/site';

const DROPPED = droppedResolutions(DEFAULT_DROPPED_RESOLUTIONS);

/** No more faults: the queues run empty, and each schedule comes round. */
export const quiet = async (site: Site): Promise<void> => {
  for (const interval of ['fiveMinute', 'hour', 'day', 'fiveMinute'] as const) {
    await site.schedule(interval);
    for (let round = 0; round < 3; round += 1) {
      await site.settle();
      site.clock.advance(70_000);
    }
  }
  await site.settle();
};

/** The counting rules applied to the issues of the site themselves. */
export const rightCells = ({ jira, clock }: Site): Cell[] => {
  const items = [...jira.issues.all()].map((issue): WorkItem => ({
    id: Number(issue.id),
    project: Number(issue.project.id),
    level: issue.type.hierarchyLevel,
    parent: issue.parent ? Number(issue.parent.id) : null,
    outcome: outcomeOf(issue.status.category, issue.resolution?.name ?? null, DROPPED),
    estimate: issue.storyPoints === null ? null : issue.storyPoints * 1000,
    assignee: issue.assignee?.accountId ?? null,
    tag: (Object.values(issue.appValues)[0] as { key: string } | null | undefined)?.key ?? null,
    created: dayOf(issue.created, 'UTC'),
    ended: issue.status.category === 'done' ? dayOf(issue.resolved ?? issue.statusCategoryChanged ?? 0, 'UTC') : null,
  }));
  return sorted(rollUp(items, windowEnding(dayOf(clock.now(), 'UTC'), 90)));
};

/** What the app's roll-up holds. */
export const heldCells = (site: Site): Promise<Cell[]> =>
  site.runInApp(async () => {
    const cells: Cell[] = [];
    for (const { id } of await allProjects()) cells.push(...(await rolledUpCells(id, 90)));
    return sorted(cells);
  });

const sorted = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => a.project - b.project || String(a.serves).localeCompare(String(b.serves)));
