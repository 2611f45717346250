import type { PastPortfolio } from '../../src/contract';
import type { Site } from '../site/site';
import { dataOf, DAY_MS, makeWorld, NOW, type Person } from './world';

const LOOK = { window: 90, measure: 'items' } as const;
const FIELD = 'strategic-objective';
const OBJ_1 = { key: 'OBJ-1', name: 'Win the market' };
const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };
const TODAY = NOW / DAY_MS - 0.5;

/** A story of OBJ-2 done ten days ago, one of OBJ-1 that waits, one in progress without objective; one in a hidden project. */
const load = ({ jira }: Site): void => {
  const story = (changes: object) =>
    jira.createIssue(
      { project: 'WEB', type: 'Story', summary: 'S', created: NOW - 20 * DAY_MS, updated: NOW, ...changes },
      null,
    );
  story({ status: 'Done', resolution: 'Done', resolved: NOW - 10 * DAY_MS, appValues: { [FIELD]: OBJ_2 } });
  story({ appValues: { [FIELD]: OBJ_1 }, created: NOW - 5 * DAY_MS });
  story({ status: 'In Progress' });
  jira.addProject({ key: 'ONE', name: 'The secret', everyone: 'none' });
  jira.setPermissions('ONE', 'member', 'member');
  jira.setPermissions('ONE', jira.appUser.accountId, 'admin');
  story({ project: 'ONE', status: 'In Progress', appValues: { [FIELD]: OBJ_2 } });
};

const world = async () => {
  const made = await makeWorld(load);
  const past = async (person: Person, day: number, look: object = {}): Promise<PastPortfolio> =>
    dataOf(await made.onPortfolio(person, 'pastPortfolio', { ...LOOK, ...look, day }));
  const pastProject = async (day: number, look: object = {}) =>
    dataOf(await made.onProject('reader', 'pastProject', { ...LOOK, ...look, day }));
  return { ...made, past, pastProject };
};

const workOn = ({ objectives }: PastPortfolio, key: string) =>
  objectives.of.find(({ objective }) => objective.key === key)?.work;

test('a day before the app recorded is counted again, for everybody over the projects that they may browse', async () => {
  const { site, past, pastProject } = await world();
  const [before, after] = [await past('reader', TODAY - 11), await past('reader', TODAY - 10)];
  expect(before).toMatchObject({ recorded: false, covers: 'browsable', scores: null });
  expect(before.effort).toEqual({ aligned: 0, run: 0, stale: 0, unlinked: 1, alignment: 0 });
  expect(before.planned).toEqual({ aligned: 1, run: 0, stale: 0, unlinked: 0, alignment: 1 });
  expect(workOn(before, 'OBJ-1')).toEqual({ todo: 1, doing: 0, done: 0, total: 1, progress: 0 });
  expect(after.effort).toMatchObject({ aligned: 1, unlinked: 1, alignment: 0.5 });
  expect(after.planned?.alignment).toBeNull();
  expect(after.projects.map(({ project, effort }) => [project?.key, effort.aligned])).toEqual([['WEB', 1]]);
  // Those who see all totals have the hidden project's work too, without its name, and the scores.
  const whole = await past('editor', TODAY - 10);
  expect(whole.effort).toMatchObject({ aligned: 2, unlinked: 1 });
  expect(whole.projects.map(({ project }) => project?.key ?? null)).toEqual(['WEB', null]);
  expect(whole.scores?.factors).toMatchObject({ clarity: 0.125, buyIn: null });
  expect(JSON.stringify(whole)).not.toMatch(/secret|ONE/);
  // Drafts are for strategy editors.
  const keys = ({ objectives }: PastPortfolio) => objectives.of.map(({ objective }) => objective.key);
  expect(keys(after)).toEqual(['OBJ-1', 'OBJ-2', 'OBJ-4']);
  expect(keys(whole)).toEqual(['OBJ-1', 'OBJ-2', 'OBJ-3', 'OBJ-4']);

  expect(await pastProject(TODAY - 10)).toMatchObject({
    recorded: false,
    effort: { aligned: 1, unlinked: 1 },
    planned: { aligned: 0, alignment: null },
    objectives: [{ objective: { key: 'OBJ-2', title: 'Superior service' }, here: { done: 1, total: 1, progress: 1 } }],
  });
  await site.close();
});

test('a recorded day holds the links of that day; with another window it is counted again', async () => {
  const { site, past, pastProject } = await world();
  await site.schedule('day');
  // The next day the open story is linked, and the one that waited is done.
  site.clock.advance(DAY_MS);
  const [, waits, open] = [...site.jira.issues.ofProject(site.jira.project('WEB').id)];
  const byMember = { kind: 'user', accountId: 'member' } as const;
  site.jira.editIssue(open?.key ?? '', { appValues: { [FIELD]: OBJ_1 } }, byMember);
  site.jira.editIssue(waits?.key ?? '', { status: 'Done', resolution: 'Done' }, byMember);
  await site.settle();
  site.clock.advance(60_000);
  await site.settle();
  await site.schedule('fiveMinute');
  await site.settle();
  const recorded = { aligned: 1, run: 0, stale: 0, unlinked: 1, alignment: 0.5 };
  // The one that waited was linked.
  const planned = { aligned: 1, run: 0, stale: 0, unlinked: 0, alignment: 1 };
  const reader = await past('reader', TODAY);
  expect(reader).toMatchObject({ recorded: true, effort: recorded, planned, scores: null });
  // Their objectives were recorded over all projects, so they are counted again over theirs, under today's links.
  expect(reader.objectives.recorded).toBe(false);
  expect(workOn(reader, 'OBJ-1')).toMatchObject({ todo: 1, doing: 1, done: 1 });
  const editor = await past('editor', TODAY);
  expect(editor).toMatchObject({ recorded: true, effort: { aligned: 2, unlinked: 1 }, objectives: { recorded: true } });
  expect(workOn(editor, 'OBJ-1')).toEqual({ todo: 1, doing: 1, done: 1, total: 3, progress: 1 / 3 });
  expect(editor.scores?.factors.clarity).toBe(0.125);
  expect(await past('editor', TODAY, { measure: 'points' })).toMatchObject({ planned: null, scores: null });
  expect(await past('reader', TODAY, { window: 30 })).toMatchObject({
    recorded: false,
    effort: { aligned: 2, unlinked: 0 },
    planned: { aligned: 1 },
  });
  expect(await pastProject(TODAY)).toMatchObject({ recorded: true, effort: recorded, planned, objectives: null });
  await site.close();
});

test('a day that is not past is refused, with what to do', async () => {
  const { site, onPortfolio, onProject } = await world();
  const error = { code: 'invalid', message: 'Choose a day before 2026-05-18: that one is not past yet.' };
  const payload = { ...LOOK, day: TODAY };
  expect(await onPortfolio('reader', 'pastPortfolio', payload)).toMatchObject({ ok: false, error });
  expect(await onProject('reader', 'pastProject', payload)).toMatchObject({ ok: false, error });
  await site.close();
});

test.each(['reader', 'editor'] as const)(
  'a past day costs a handful of statements and no call to Jira: %s',
  async (who) => {
    const { site, past, pastProject } = await world();
    const cost = async (ask: () => Promise<unknown>): Promise<number> => {
      await ask();
      site.statements.reset();
      await ask();
      expect(site.statements.jira).toBe(0);
      return site.statements.sql;
    };
    expect(await cost(() => past(who, TODAY - 9))).toBeLessThanOrEqual(9);
    expect(await cost(() => pastProject(TODAY - 9))).toBeLessThanOrEqual(8);
    await site.schedule('day');
    site.clock.advance(DAY_MS);
    await site.schedule('fiveMinute');
    await site.settle();
    expect(await cost(() => past('editor', TODAY))).toBeLessThanOrEqual(5);
    expect(await cost(() => pastProject(TODAY))).toBeLessThanOrEqual(4);
    await site.close();
  },
);
