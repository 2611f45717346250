import { rollUp, type Cell } from '../../src/domain/rollUp';
import { dayOf } from '../../src/domain/day';
import { outcomeOf, DEFAULT_DROPPED_RESOLUTIONS, droppedResolutions } from '../../src/domain/outcome';
import { windowEnding } from '../../src/domain/window';
import type { WorkItem } from '../../src/domain/workItem';
import { allProjects } from '../../src/store/projects';
import { rolledUpCells } from '../../src/store/rollups';
import { SiteClock } from '../site/clock';
import { createSite, type Site } from '../site/site';
import { embeddedEngine } from '../site/sql/engine';
import { crashingEngine } from './crashingEngine';

jest.setTimeout(120_000);
// Resolvers log each crash, as they should.
beforeEach(() => jest.spyOn(console, 'error').mockReturnValue());

const NOW = Date.UTC(2026, 4, 18, 12);
const FIELD = 'strategic-objective';
const tagged = (key: string | null) => ({ appValues: { [FIELD]: key === null ? null : { key, name: key } } });
const ANN = { kind: 'user', accountId: 'ann' } as const;
const DROPPED = droppedResolutions(DEFAULT_DROPPED_RESOLUTIONS);

const makeSite = async () => {
  const engine = crashingEngine(embeddedEngine());
  const site = await createSite({ clock: new SiteClock(NOW), engine, openapi: false });
  const { jira } = site;
  jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  jira.addProject({ key: 'WEB', name: 'Web' });
  jira.addProject({ key: 'POS', name: 'Tills' });
  const create = (project: string, type: string, changes = {}) =>
    jira.createIssue({ project, type, summary: 'S', ...changes }, null);
  create('WEB', 'Epic', tagged('OBJ-1'));
  create('WEB', 'Epic');
  create('WEB', 'Story', { parent: 'WEB-1', storyPoints: 3 });
  create('POS', 'Story', { parent: 'WEB-1' });
  create('POS', 'Bug', tagged('RUN'));
  create('WEB', 'Story', { parent: 'WEB-2', status: 'Done' });
  return { site, engine };
};

/** What people do, and what the app does meanwhile. A step that fails is gone through as the platform would: the next goes on. */
const scenario = async (site: Site): Promise<void> => {
  const { jira } = site;
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch {
      // The platform logs it; the site has told it once and forgotten it.
    }
  };
  const later = () =>
    attempt(async () => {
      await site.settle();
      site.clock.advance(10_000);
      await site.settle();
    });
  site.install();
  await later();
  jira.editIssue('WEB-1', tagged('OBJ-2'), ANN);
  jira.editIssue('WEB-3', { parent: 'WEB-2' }, ANN);
  await later();
  const { id, project } = jira.issue('WEB-2');
  const viewer = {
    accountId: 'ann',
    moduleKey: 'alignment-panel',
    extension: { issue: { id }, project: { id: project.id } },
  };
  await attempt(() => site.invoke('linkIssues', { issueIds: [id], to: { kind: 'run' } }, viewer));
  jira.deleteIssue('WEB-1', ANN);
  jira.moveIssue('POS-2', 'WEB', ANN);
  jira.createIssue({ project: 'POS', type: 'Task', summary: 'T', assignee: 'ann', ...tagged('OBJ-3') }, ANN);
  await later();
};

/** No more faults: the queues run empty, and each schedule comes round. */
const quiet = async (site: Site): Promise<void> => {
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
const rightCells = ({ jira, clock }: Site): Cell[] => {
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

const heldCells = (site: Site): Promise<Cell[]> =>
  site.runInApp(async () => {
    const cells: Cell[] = [];
    for (const { id } of await allProjects()) cells.push(...(await rolledUpCells(id, 90)));
    return sorted(cells);
  });

const sorted = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => a.project - b.project || String(a.serves).localeCompare(String(b.serves)));

/** Plays the scenario with a crash at a statement. Returns how many statements there were. */
const playWithCrash = async (at: number, when: 'before' | 'after'): Promise<number> => {
  const { site, engine } = await makeSite();
  engine.arm(at, when);
  await scenario(site);
  const { count } = engine;
  engine.arm(0, 'before');
  await quiet(site);
  expect({ at, when, cells: await heldCells(site) }).toEqual({ at, when, cells: rightCells(site) });
  await site.close();
  return count;
};

test('wherever a function is ended, the figures come right by themselves', async () => {
  const statements = await playWithCrash(0, 'before');
  expect(statements).toBeGreaterThan(50);
  for (let at = 1; at <= statements; at += 1) {
    await playWithCrash(at, 'before');
    await playWithCrash(at, 'after');
  }
});
