import { dayOf } from '../../../src/domain/day';
import { DEFAULT_DROPPED_RESOLUTIONS, droppedResolutions, outcomeOf } from '../../../src/domain/outcome';
import { type WindowDays, windowEnding } from '../../../src/domain/window';
import type { Site } from '../../site/site';
import { heldRollups } from '../heldRollups';
import { type CutItem, inOrder, plainRollups, type Rollups } from '../plainRollups';

const DROPPED = droppedResolutions(DEFAULT_DROPPED_RESOLUTIONS);
const APP = { kind: 'app' } as const;

/** The counting rules applied to the issues of the site themselves: those that the app may see. */
export const rightFigures = ({ jira, clock }: Site, days: WindowDays = 90): Rollups => {
  const seen = [...jira.issues.all()].filter((issue) => jira.access.maySee(APP, issue));
  const items = seen.map((issue): CutItem => {
    const points = issue.storyPointEstimate ?? issue.storyPoints;
    return {
      id: Number(issue.id),
      project: Number(issue.project.id),
      level: issue.type.hierarchyLevel,
      parent: issue.parent ? Number(issue.parent.id) : null,
      outcome: outcomeOf(issue.status.category, issue.resolution?.name ?? null, DROPPED),
      estimate: points === null ? null : points * 1000,
      assignee: issue.assignee?.accountId ?? null,
      tag: (Object.values(issue.appValues)[0] as { key: string } | null | undefined)?.key ?? null,
      created: dayOf(issue.created, 'UTC'),
      ended: issue.status.category === 'done' ? dayOf(issue.resolved ?? issue.statusCategoryChanged ?? 0, 'UTC') : null,
      blocked: issue.flagged,
      component:
        [...issue.components].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))[0] ?? null,
      team: issue.team,
    };
  });
  return inOrder(plainRollups(items, windowEnding(dayOf(clock.now(), 'UTC'), days)));
};

/** What the app answers of its roll-ups. */
export const heldFigures = (site: Site, days: WindowDays = 90): Promise<Rollups> =>
  site.runInApp(async () => inOrder(await heldRollups(days)));
