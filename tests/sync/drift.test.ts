import fc from 'fast-check';
import { SiteClock } from '../site/clock';
import { embeddedEngine, type SqlEngine } from '../site/sql/engine';
import { createSite, type Site } from '../site/site';
import { type CrashingEngine, crashingEngine } from './crashingEngine';
import { heldFigures, quiet, rightFigures } from './drift';

jest.setTimeout(300_000);
// Resolvers log each fault, as they should.
beforeEach(() => jest.spyOn(console, 'error').mockReturnValue());

const NOW = Date.UTC(2026, 4, 18, 12);
/** The same histories each time; `SEED=… npx jest tests/sync/drift` plays others. */
const SEED = 20260518;
const FIELD = 'strategic-objective';
const ANN = { kind: 'user', accountId: 'ann' } as const;
const PROJECTS = ['WEB', 'POS'];
const LEVELS: Record<string, number> = { Initiative: 2, Epic: 1, Story: 0, Bug: 0, 'Sub-task': -1 };

/** Something that a person, the platform or an accident does. `pick` chooses among the issues there are then. */
type Step = (world: { site: Site; engine: CrashingEngine }) => Promise<unknown> | void;

const value = (key: string | null) => ({ [FIELD]: key === null ? null : { key, name: key } });
const pick = fc.nat({ max: 1000 });
const anyTag = fc.constantFrom(null, 'A', 'B', 'RUN');

const chosen = ({ jira }: Site, choice: number) => {
  const issues = [...jira.issues.all()];
  return issues[choice % Math.max(1, issues.length)];
};

/** An issue that may stand above one of this level. */
const parentFor = ({ jira }: Site, level: number, choice: number) => {
  const above = [...jira.issues.all()].filter(({ type }) => type.hierarchyLevel > level);
  return above[choice % Math.max(1, above.length)]?.key ?? null;
};

const create = fc
  .record({
    project: fc.constantFrom(...PROJECTS),
    type: fc.constantFrom(...Object.keys(LEVELS)),
    pick,
    points: fc.option(fc.nat({ max: 8 })),
    tag: anyTag,
  })
  .map(({ project, type, pick: choice, points, tag }): Step => ({ site }) => {
    const parent = parentFor(site, LEVELS[type] ?? 0, choice);
    if (type === 'Sub-task' && parent === null) return;
    site.jira.createIssue({ project, type, summary: 'S', parent, storyPoints: points, appValues: value(tag) }, ANN);
  });

const change = fc
  .record({
    pick,
    what: fc.constantFrom('tag', 'parent', 'status', 'points', 'flag', 'parts', 'assignee'),
    tag: anyTag,
    status: fc.constantFrom('To Do', 'In Progress', 'Done'),
    other: pick,
  })
  .map(({ pick: choice, what, tag, status, other }): Step => ({ site }) => {
    const issue = chosen(site, choice);
    if (!issue) return;
    const { jira } = site;
    if (what === 'tag') jira.editIssue(issue.key, { appValues: value(tag) }, ANN);
    if (what === 'parent')
      jira.editIssue(issue.key, { parent: parentFor(site, issue.type.hierarchyLevel, other) }, ANN);
    if (what === 'points') jira.editIssue(issue.key, { storyPoints: other % 9 }, ANN);
    if (what === 'flag') jira.editIssue(issue.key, { flagged: !issue.flagged }, ANN);
    if (what === 'parts') {
      const components = ['Cart', 'Basket', 'search'].slice(other % 3, other % 4);
      jira.editIssue(issue.key, { components, team: other % 5 === 0 ? null : `Team ${other % 5}` }, ANN);
    }
    if (what === 'assignee') jira.editIssue(issue.key, { assignee: issue.assignee ? null : 'ann' }, ANN);
    const resolution = status === 'Done' ? (other % 3 === 0 ? "Won't Do" : 'Done') : null;
    if (what === 'status') jira.editIssue(issue.key, { status, resolution }, ANN);
  });

const remove = pick.map((choice): Step => ({ site }) => {
  const issue = chosen(site, choice);
  if (issue) site.jira.deleteIssue(issue.key, ANN);
});

const move = fc.tuple(pick, fc.constantFrom(...PROJECTS)).map(([choice, project]): Step => ({ site }) => {
  const issue = chosen(site, choice);
  if (issue && issue.project.key !== project && issue.type.hierarchyLevel >= 0)
    site.jira.moveIssue(issue.key, project, ANN);
});

const link = fc.tuple(pick, fc.constantFrom('run', 'none')).map(([choice, to]): Step => async ({ site }) => {
  const issue = chosen(site, choice);
  if (!issue) return;
  const extension = { issue: { id: issue.id }, project: { id: issue.project.id } };
  const tag = to === 'run' ? { kind: 'run' } : null;
  await site.invoke(
    'tagIssue',
    { tag, measure: 'items' },
    { accountId: 'ann', moduleKey: 'alignment-panel', extension },
  );
});

const wait = fc.constantFrom(1000, 20_000, 400_000, 7_200_000).map(
  (ms): Step =>
    ({ site }) =>
      site.clock.advance(ms),
);
const deliver = fc.constant<Step>(({ site }) => site.settle());
const schedule = fc.constantFrom('fiveMinute', 'hour', 'day').map(
  (interval): Step =>
    ({ site }) =>
      site.schedule(interval),
);
const crash = fc.tuple(fc.integer({ min: 1, max: 25 }), fc.constantFrom('before', 'after')).map(
  ([at, when]): Step =>
    ({ engine }) =>
      engine.arm(at, when),
);

const eventFaults = fc.constantFrom([], [0], [0, 0], [30_000], [90_000, 5000]).map((late): Step => ({ site }) => {
  site.faults.deliveries = () => late;
});

/** Retry-After is 0, so that the tests do not wait. */
const unwell = (status: number, body: string) =>
  new Response(body, { status, headers: { 'Retry-After': '0', 'Content-Type': 'application/json' } });
const jiraFaults = fc
  .tuple(fc.constantFrom(429, 503, 500, 200), fc.integer({ min: 1, max: 4 }))
  .map(([status, times]): Step => ({ site }) => {
    let left = times;
    site.faults.answer = () => (left-- > 0 ? unwell(status, '{"issues": ') : null);
  });

const anyHistory = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: create },
    { weight: 8, arbitrary: change },
    remove,
    move,
    link,
    { weight: 3, arbitrary: wait },
    { weight: 3, arbitrary: deliver },
    schedule,
    crash,
    eventFaults,
    jiraFaults,
  ),
  { minLength: 5, maxLength: 40 },
);

const play = async (steps: readonly Step[], made: SqlEngine): Promise<void> => {
  const engine = crashingEngine(made);
  const site = await createSite({ clock: new SiteClock(NOW), engine, openapi: false });
  site.jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  site.jira.catalogue.addIssueType('Initiative', 2);
  for (const key of PROJECTS) site.jira.addProject({ key, name: key, everyone: 'admin' });
  site.install();
  await site.settle();
  for (const step of steps) {
    // Nobody does two things in the same millisecond, by which Jira's times of change would not tell them apart.
    site.clock.advance(1);
    try {
      await step({ site, engine });
    } catch {
      // What fails, fails as on the platform: it is logged, and the next thing happens.
    }
  }
  engine.arm(0, 'before');
  site.faults.answer = () => null;
  await quiet(site);
  expect(await heldFigures(site)).toEqual(rightFigures(site));
  await site.close();
};

test('after any history under any faults, the figures are what the counting rules make of the issues', async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, (steps) => play(steps, embeddedEngine())),
    { numRuns: 300, seed: Number(process.env.SEED ?? SEED) },
  );
});
