import fc from 'fast-check';
import { drain } from '../../../src/sync/jobs/handlers';
import { onIssueEvent } from '../../../src/sync/jobs/issueEvents';
import { beginSyncAgain, beginFirstSync, continueFirstSync } from '../../../src/sync/firstSync/firstSync';
import { writeTag } from '../../../src/linking/writeTag';
import { makeLeases } from '../../../src/store/runs/leases';
import { Random } from '../../site/demo/random';
import { SiteClock } from '../../site/clock';
import { createSite, type Site } from '../../site/site';
import { enginesAtHand, type SqlEngine } from '../../site/platform/sql/engine';
import { type ReusedEngine, reusedEngine } from '../../site/platform/sql/reusedEngine';
import { heldFigures, rightFigures } from '../drift/figures';
import { interleavingEngine, type InterleavingEngine } from './interleaving';

// The jobs meet at their statements in any order, so no pause has to pass.
jest.mock('node:timers/promises', () => ({
  ...jest.requireActual<object>('node:timers/promises'),
  setTimeout: () => Promise.resolve(),
}));
jest.setTimeout(300_000);
beforeEach(() => jest.spyOn(console, 'warn').mockReturnValue());

const START = Date.UTC(2026, 4, 18, 12);
const FIELD = 'strategic-objective';
const ANN = { kind: 'user', accountId: 'ann' } as const;
const tagged = (key: string | null) => ({ appValues: { [FIELD]: key === null ? null : { key, name: key } } });

const makeSite = async (engine: SqlEngine): Promise<Site> => {
  const site = await createSite({ clock: new SiteClock(START), engine, openapi: false });
  const { jira } = site;
  jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  for (const key of ['WEB', 'POS']) jira.addProject({ key, name: key });
  const create = (project: string, type: string, changes = {}) =>
    jira.createIssue({ project, type, summary: 'S', ...changes }, null);
  create('WEB', 'Epic', tagged('OBJ-1'));
  create('WEB', 'Epic');
  for (const parent of ['WEB-1', 'WEB-1', 'WEB-2', null]) create('WEB', 'Story', { parent });
  for (const parent of ['WEB-1', 'WEB-2', null]) create('POS', 'Story', { parent });
  // `change` below tells the jobs of changes, each in its turn.
  site.faults.deliveries = () => [];
  return site;
};

/** Somebody changes something in Jira, and its event reaches the app. */
const change = async (site: Site, random: Random): Promise<void> => {
  const { jira, clock } = site;
  clock.advance(1);
  const issues = [...jira.issues.all()];
  const pick = <T>(from: readonly T[]): T | undefined => from[random.between(0, from.length - 1)];
  const issue = pick(issues);
  if (!issue) return;
  const isEpic = issue.type.hierarchyLevel > 0;
  const epics = issues.filter(({ type }) => type.hierarchyLevel > 0).map(({ key }) => key);
  const changes: (() => string)[] = [
    () => jira.editIssue(issue.id, { status: pick(['To Do', 'In Progress', 'Done']) ?? 'Done' }, ANN).id,
    () => jira.editIssue(issue.id, tagged(pick([null, 'OBJ-1', 'OBJ-2', 'RUN']) ?? null), ANN).id,
    () => jira.moveIssue(issue.id, issue.project.key === 'WEB' ? 'POS' : 'WEB', ANN).id,
    () => (isEpic ? issue.id : jira.editIssue(issue.id, { parent: pick([...epics, null]) ?? null }, ANN).id),
    () => jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', parent: pick(epics) ?? null }, ANN).id,
    () => {
      jira.deleteIssue(issue.id, ANN);
      return issue.id;
    },
  ];
  const id = pick(changes)?.();
  await site.runInApp(() => onIssueEvent({ issue: { id } }));
};

const inTurn = async (times: number, work: () => Promise<void>): Promise<void> => {
  for (let done = 0; done < times; done += 1) await work();
};

/** Somebody tags issues on a page of the app. */
const retag = async (site: Site, random: Random): Promise<void> => {
  const issues = [...site.jira.issues.all()].map(({ id }) => Number(id)).filter(() => random.chance(0.4));
  site.clock.advance(1);
  const value = random.chance(0.5) ? { key: 'RUN', name: 'Run the business' } : null;
  // Jira refuses a write to an issue that was deleted just before: the page says so, and nothing was written.
  const tagger = { how: 'person', by: 'ann' } as const;
  if (issues.length === 0) return;
  await site.runInApp(() => writeTag(issues, value, tagger, site.clock.now())).catch(() => undefined);
};

/** Empties the queues, and runs the safety net once. No reconciliation: it would repair what must not break. */
const settle = async (site: Site): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await site.settle();
    site.clock.advance(70_000);
  }
  await site.schedule('fiveMinute');
  await site.settle();
  site.clock.advance(70_000);
  await site.settle();
  await site.schedule('fiveMinute');
};

type Job = 'drain' | 'changes' | 'retag' | 'sync';

const jobsOf = (site: Site, random: Random): Record<Job, () => Promise<unknown>> => ({
  drain: () => inTurn(2, () => site.runInApp(drain)),
  changes: () => inTurn(4, () => change(site, random)),
  retag: () => inTurn(2, () => retag(site, random)),
  sync: () => site.runInApp(() => continueFirstSync(() => site.clock.now(), Infinity)),
});

const play = async (
  engine: InterleavingEngine,
  { seed, jobs, first }: { seed: number; jobs: readonly Job[]; first: boolean },
): Promise<void> => {
  const site = await makeSite(engine);
  const random = new Random(seed);
  await site.runInApp(async () => {
    await makeLeases(['drain', 'first-sync']);
    await beginFirstSync(site.clock.now());
  });
  if (!first) {
    await site.runInApp(() => continueFirstSync(() => site.clock.now(), Infinity));
    site.clock.advance(1000);
    if (jobs.includes('sync')) await site.runInApp(() => beginSyncAgain(site.clock.now()));
  }
  await inTurn(2, () => change(site, random));
  const all = jobsOf(site, random);
  await engine.interleave(
    jobs.map((job) => all[job]),
    (count) => random.between(0, count - 1),
  );
  await settle(site);
  expect(await heldFigures(site)).toEqual(rightFigures(site));
};

const MEETINGS: { name: string; jobs: Job[]; first: boolean }[] = [
  { name: 'two drains', jobs: ['drain', 'drain', 'changes'], first: false },
  { name: 'a drain and the first sync', jobs: ['drain', 'sync', 'changes'], first: true },
  { name: 'a drain and a sync again', jobs: ['drain', 'sync', 'changes'], first: false },
  { name: 'two syncs that were started twice', jobs: ['sync', 'sync', 'changes', 'drain'], first: true },
  { name: 'tags set during two drains and a sync', jobs: ['drain', 'drain', 'sync', 'retag', 'changes'], first: false },
];

describe.each(enginesAtHand())('on $title', ({ name: engineName, open }) => {
  let engine: ReusedEngine;
  beforeAll(async () => (engine = await reusedEngine(await open())));
  afterAll(() => engine.close());

  test.each(MEETINGS)('$name end as one after the other would, wherever their statements meet', async (meeting) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        await engine.restore();
        await play(interleavingEngine(engine), { ...meeting, seed });
      }),
      { numRuns: engineName === 'embedded' ? 20 : 3, seed: 20260518, endOnFailure: true },
    );
  });
});
