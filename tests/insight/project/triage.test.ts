import fc from 'fast-check';
import type { Triage } from '../../../src/contract';
import { makeWorld } from '../../resolvers/world';

type World = Awaited<ReturnType<typeof makeWorld>>;
const OBJ_2 = { kind: 'objective', key: 'OBJ-2' } as const;
const SERVES_OBJ_2 = { appValues: { 'strategic-objective': { key: 'OBJ-2', name: 'Superior service' } } };

/** The steps by issue key, and the project's unlinked work. */
const steps = async ({ onProject, site }: World, asked: { part: 'all' | 'effort' | 'planned'; points?: boolean }) => {
  const payload = { window: 90, part: asked.part, measure: asked.points ? 'points' : 'items' } as const;
  const answer = await onProject('member', 'triage', payload);
  if (!answer.ok) throw new Error(answer.error.message);
  const { issues, units, size }: Triage = answer.data;
  return { issues: issues.map(({ id, ...step }) => [site.jira.issue(id).key, step.units, step.size]), units, size };
};

/** How many units serve nothing, by the project page. */
const unlinked = async ({ onProject }: World): Promise<number> => {
  const page = await onProject('member', 'projectAlignment', { window: 90, measure: 'items', filter: {} });
  if (!page.ok) throw new Error(page.error.message);
  return page.data.unlinked.effort + page.data.unlinked.planned;
};

test('issues come first whose link aligns most of the work that is asked about', async () => {
  const world = await makeWorld(({ jira }) => {
    jira.addProject({ key: 'POS', name: 'Tills' });
    const create = (type: string, changes = {}) =>
      jira.createIssue({ project: 'WEB', type, summary: 'S', ...changes }, null);
    create('Epic'); // WEB-1: one in progress, one to do
    create('Epic'); // WEB-2: one to do, of eight points
    create('Epic', SERVES_OBJ_2); // WEB-3: all of it aligned
    create('Epic'); // WEB-4: nothing below it, so a unit itself
    jira.createIssue({ project: 'POS', type: 'Epic', summary: 'S' }, null); // POS-1: of another project
    for (const parent of ['WEB-1', 'WEB-1', 'WEB-2', 'WEB-3', 'POS-1', null]) create('Story', { parent });
    const [started, sized] = ['WEB-5', 'WEB-7'];
    jira.editIssue(started, { status: 'In Progress', storyPointEstimate: 2 }, { kind: 'app' });
    jira.editIssue(sized, { storyPointEstimate: 8 }, { kind: 'app' });
    create('Sub-task', { parent: started });
  });
  expect(await steps(world, { part: 'all' })).toEqual({
    issues: [
      ['WEB-1', 2, 2],
      ['WEB-2', 1, 1],
    ],
    units: 6,
    size: 6,
  });
  expect(await steps(world, { part: 'effort' })).toEqual({ issues: [['WEB-1', 1, 1]], units: 1, size: 1 });
  // The median of 2 and 8 sizes the four without an estimate.
  expect(await steps(world, { part: 'planned', points: true })).toEqual({
    issues: [
      ['WEB-2', 1, 8],
      ['WEB-1', 1, 5],
    ],
    units: 5,
    size: 28,
  });
  await world.site.close();
});

test('a parent above epics is no step: what is below its other epics would follow it, too', async () => {
  const world = await makeWorld(({ jira }) => {
    jira.catalogue.addIssueType('Initiative', 2);
    const create = (type: string, parent: string | null) =>
      jira.createIssue({ project: 'WEB', type, summary: 'S', parent }, null).key;
    const initiative = create('Initiative', null); // WEB-1
    create('Epic', initiative); // WEB-2: not broken down, so it is work itself
    create('Story', create('Epic', initiative)); // WEB-4 below WEB-3
  });
  expect(await steps(world, { part: 'all' })).toMatchObject({ issues: [['WEB-3', 1, 1]], units: 2 });
  await world.site.close();
});

test('a step aligns what it says, and is then gone', async () => {
  const parents = fc.array(fc.nat(4), { minLength: 1, maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(parents, async (below) => {
      const world = await makeWorld(({ jira }) => {
        for (let epic = 1; epic <= 4; epic += 1) jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'S' }, null);
        for (const epic of below) {
          const parent = epic === 0 ? null : `WEB-${epic}`;
          jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', parent }, null);
        }
      });
      for (;;) {
        const [{ issues, units }, before] = [await steps(world, { part: 'all' }), await unlinked(world)];
        expect(units).toBe(before);
        const [first] = issues;
        if (first === undefined) break;
        const issueIds = [world.site.jira.issue(String(first[0])).id];
        await world.onProject('member', 'linkIssues', { issueIds, to: OBJ_2 });
        expect(before - (await unlinked(world))).toBe(first[1]);
      }
      await world.site.close();
    }),
    { numRuns: 10, seed: 20_261_129 },
  );
});
