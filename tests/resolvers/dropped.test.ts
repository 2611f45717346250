import fc from 'fast-check';
import { type DroppedDecisions, DROPPING, UNDECIDED } from '../../src/domain/work/dropped';
import { issuesIn, movesBetween } from '../../src/domain/work/droppedMoves';
import { findWorkItems } from '../../src/store/work/findWorkItems';
import type { Site } from '../site/site';
import { dataOf, makeWorld } from './world';

jest.setTimeout(60_000);

const STATUSES = ['Done', 'Archived', 'Cancelled'];
const RESOLUTIONS = ['Done', "Won't Do", 'Parked', null];

/** Two issues of each status and resolution, one of them a sub-task, and open ones. */
const load = ({ jira }: Site): void => {
  for (const status of STATUSES) jira.catalogue.addStatus(status, 'done');
  jira.catalogue.resolutions.named('Parked');
  const story = { project: 'WEB', type: 'Story', summary: 'S' };
  const open = jira.createIssue({ ...story, status: 'In Progress' }, null);
  jira.createIssue({ ...story, status: 'To Do' }, null);
  for (const status of STATUSES)
    for (const resolution of RESOLUTIONS) {
      jira.createIssue({ ...story, status, resolution }, null);
      jira.createIssue({ ...story, type: 'Sub-task', parent: open.key, status, resolution }, null);
    }
};

type World = Awaited<ReturnType<typeof makeWorld>>;

const workOf = async ({ onPortfolio }: World) => dataOf(await onPortfolio('admin', 'droppedWork', {}));
const endedOf = async ({ onPortfolio }: World) => dataOf(await onPortfolio('admin', 'endedWork', { after: null }));

const outcomes = ({ site }: World) =>
  site.runInApp(async () => {
    const items = await findWorkItems([...site.jira.issues.all()].map(({ id }) => Number(id)));
    return new Map(items.map(({ id, outcome }) => [id, outcome]));
  });

test('an admin gets the resolutions and the statuses of the category done, by name, and how many issues ended with them', async () => {
  const world = await makeWorld(load);
  const work = await workOf(world);
  expect(work.resolution.map(({ name }) => name)).toEqual(['Done', 'Duplicate', 'Parked', "Won't Do"]);
  expect(work.status.map(({ name }) => name)).toEqual(['Archived', 'Cancelled', 'Done']);
  expect(work.decided).toEqual(UNDECIDED);
  const { found, next } = await endedOf(world);
  expect(next).toBeNull();
  expect(found).toHaveLength(12);
  expect(found.map(({ issues }) => issues)).toEqual(Array.from({ length: 12 }, () => 2));
  const archived = work.status.find(({ name }) => name === 'Archived')?.id;
  expect(issuesIn(found.filter(({ status }) => status === archived))).toBe(8);
  await world.site.close();
});

test('the preview of any decisions is what counting again moves', async () => {
  const world = await makeWorld(load);
  const { site, onPortfolio } = world;
  const work = await workOf(world);
  const { found } = await endedOf(world);
  const decisions = (ids: readonly { id: string }[]) =>
    fc.dictionary(fc.constantFrom(...ids.map(({ id }) => id)), fc.boolean(), { noNullPrototype: true });
  let before: DroppedDecisions = UNDECIDED;
  await fc.assert(
    fc.asyncProperty(
      fc.record({ resolution: decisions(work.resolution), status: decisions(work.status) }),
      async (decided) => {
        const was = await outcomes(world);
        const moves = movesBetween(before, decided, work, found);
        const [toDropped, toDone] = [issuesIn(moves.toDropped), issuesIn(moves.toDone)];
        dataOf(await onPortfolio('admin', 'saveDropped', decided));
        await site.schedule('fiveMinute');
        before = decided;
        const moved = [...(await outcomes(world))].filter(([id, outcome]) => outcome !== was.get(id));
        const to = (wanted: string) => moved.filter(([, outcome]) => outcome === wanted).length;
        expect({ toDropped, toDone, moved: moved.length }).toEqual({
          toDropped: to('dropped'),
          toDone: to('done'),
          moved: toDropped + toDone,
        });
      },
    ),
    { numRuns: 15 },
  );
  await site.close();
});

test('what is decided is kept, noted in the audit log, and refused where it names what no id can be', async () => {
  const world = await makeWorld(load);
  const { onPortfolio } = world;
  const decided = { resolution: { '10000': false, '10001': true }, status: {} };
  expect(dataOf(await onPortfolio('admin', 'saveDropped', decided))).toEqual(decided);
  expect(dataOf(await onPortfolio('admin', 'saveDropped', decided))).toEqual(decided);
  expect((await workOf(world)).decided).toEqual(decided);
  const acts = dataOf(await onPortfolio('admin', 'auditLog', { before: null })).lines.map(({ act }) => act);
  expect(acts).toEqual([{ what: 'dropped', resolutions: 1, statuses: null }]);
  for (const what of DROPPING) {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, id) => [String(id), true]));
    for (const wrong of [{ 'not an id': true }, many]) {
      const answer = await onPortfolio('admin', 'saveDropped', { ...decided, [what]: wrong });
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
    }
  }
  expect((await workOf(world)).decided).toEqual(decided);
  await world.site.close();
});
