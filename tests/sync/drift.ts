import { dayOf } from '../../src/domain/day';
import { DEFAULT_DROPPED_RESOLUTIONS, droppedResolutions, outcomeOf } from '../../src/domain/outcome';
import { windowEnding } from '../../src/domain/window';
import type { Site } from '../site/site';
import { heldRollups } from './heldRollups';
import { type CutItem, inOrder, plainRollups, type Rollups } from './plainRollups';

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
export const rightFigures = ({ jira, clock }: Site): Rollups => {
  const items = [...jira.issues.all()].map((issue): CutItem => ({
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
    blocked: issue.flagged,
    component: [...issue.components].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))[0] ?? null,
    team: issue.team,
  }));
  return inOrder(plainRollups(items, windowEnding(dayOf(clock.now(), 'UTC'), 90), 0));
};

/** What the app's roll-ups hold. */
export const heldFigures = (site: Site): Promise<Rollups> =>
  site.runInApp(async () => inOrder(await heldRollups(90, 0)));
