import { dayOf } from '../../../src/domain/time/day';
import { type DroppedDecisions, UNDECIDED } from '../../../src/domain/work/dropped';
import { outcomeOf } from '../../../src/domain/work/outcome';
import { type WindowDays, windowEnding } from '../../../src/domain/time/window';
import { type LinkedIssue, withObjectiveIssues } from '../../../src/domain/reference/objectiveIssues';
import { rollUpRetags } from '../../../src/domain/reference/retags';
import type { RetagCell } from '../../../src/domain/work/retags';
import { retagCellsIn } from '../../../src/store/blocks/retagCells';
import { readSums } from '../../../src/store/blocks/projectSums';
import { servedKeys } from '../../../src/store/strategy/servedKeys';
import type { Settings } from '../../../src/domain/settings';
import type { Issue } from '../../site/jira/jiraSite';
import type { Site } from '../../site/site';
import { heldRollups } from '../../store/blocks/heldRollups';
import { type CutItem, inOrder, plainRollups, type Rollups } from '../../store/blocks/plainRollups';

/** The id that "Story point estimate" has on the local site. */
export const ESTIMATE_FIELD = 'customfield_10016';
export const POINTS_FIELD = 'customfield_10026';
const APP = { kind: 'app' } as const;

/** What decides how issues are read. */
export type Decided = Pick<Settings, 'estimateFields' | 'excludedProjects'> &
  Partial<Pick<Settings, 'objectiveTypes' | 'objectiveLinks'>> & { dropped?: DroppedDecisions };
export const NOTHING_DECIDED: Decided = { estimateFields: [], excludedProjects: [] };

/** The issues of the site that the app may see and no admin excluded, as the counting rules read them. */
const countedItems = ({ jira }: Site, decided: Decided, keyOf: (issue: number) => string): CutItem[] => {
  const excluded = new Set(decided.excludedProjects.map(({ id }) => id));
  const seen = [...jira.issues.all()].filter(
    (issue) => jira.access.mayFind(APP, issue) && !excluded.has(issue.project.id),
  );
  const items = seen.map((issue): CutItem & LinkedIssue => {
    const points = estimatesOf(issue, decided).find((value) => value !== null) ?? null;
    return {
      id: Number(issue.id),
      project: Number(issue.project.id),
      level: issue.type.hierarchyLevel,
      parent: issue.parent ? Number(issue.parent.id) : null,
      outcome: outcomeOf(issue.status.category, issue, decided.dropped ?? UNDECIDED),
      estimate: points === null ? null : points * 1000,
      assignee: issue.assignee?.state === 'active' ? issue.assignee.accountId : null,
      tag: (Object.values(issue.appValues)[0] as { key: string } | null | undefined)?.key ?? null,
      created: dayOf(issue.created, 'UTC'),
      ended: issue.status.category === 'done' ? dayOf(issue.resolved ?? issue.statusCategoryChanged ?? 0, 'UTC') : null,
      blocked: issue.flagged,
      key: issue.key,
      linked: issue.links.filter(({ type }) => isChosen(decided.objectiveLinks, type)).map(({ to }) => Number(to)),
      component:
        [...issue.components].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))[0] ?? null,
      team: issue.team,
    };
  });
  const types = new Map(seen.map(({ id, type }) => [Number(id), type]));
  const read = withObjectiveIssues(items, ({ id }) => isChosen(decided.objectiveTypes, types.get(id)));
  // The app has keys of its own for objectives that are issues.
  const codes = new Map(read.objectives.map(({ key, id }) => [key, keyOf(id)]));
  return read.items.map((item) => ({
    ...item,
    tag: item.isObjective === true ? (codes.get(item.key) ?? null) : item.tag,
    link: codes.get(item.link ?? '') ?? null,
  }));
};

const isChosen = (chosen: Settings['objectiveTypes'] = [], one?: { id: string }): boolean =>
  chosen.some(({ id }) => id === one?.id);

const todayOf = ({ clock }: Site): number => dayOf(clock.now(), 'UTC');

/** The figures by the counting rules, straight from the site's issues. */
export const rightFigures = (
  site: Site,
  days: WindowDays = 90,
  decided: Decided = NOTHING_DECIDED,
  keyOf: (issue: number) => string = String,
): Rollups => inOrder(plainRollups(countedItems(site, decided, keyOf), windowEnding(todayOf(site), days)));

/**
 * The sums of retags by the counting rules.
 * @param retagged when items were retagged: history, which only the app knows
 */
export const rightRetags = (
  site: Site,
  decided: Decided,
  retagged: ReadonlyMap<number, number>,
  keyOf: (issue: number) => string = String,
): RetagCell[] => rollUpRetags(countedItems(site, decided, keyOf), retagged, todayOf(site));

/** The app's sums of retags. */
export const heldRetags = (site: Site): Promise<RetagCell[]> =>
  site.runInApp(async () => retagCellsIn(await readSums(['retags']), await servedKeys()));

const estimatesOf = ({ storyPointEstimate, storyPoints }: Issue, { estimateFields }: Decided): (number | null)[] =>
  estimateFields.length === 0
    ? [storyPointEstimate, storyPoints]
    : estimateFields.map(({ id }) => (id === ESTIMATE_FIELD ? storyPointEstimate : storyPoints));

/** The app's figures. */
export const heldFigures = (site: Site, days: WindowDays = 90): Promise<Rollups> =>
  site.runInApp(async () => inOrder(await heldRollups(days)));
