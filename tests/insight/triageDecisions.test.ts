import fc from 'fast-check';
import type { Tag } from '../../src/contract';
import { servedUnits } from '../../src/domain/reference/servedUnits';
import { decidedBy, type Group, groupsOf, issuesToTag, leavesOut } from '../../static/src/shared/triage/groups';
import { settle } from '../linking/bulkWorld';
import { dataOf, makeWorld } from '../resolvers/world';
import { allWorkItems } from '../site/report/allWorkItems';
import type { Site } from '../site/site';
import { shownUnit } from './shownUnit';
import { nameTypes, ofType, withInitiatives } from './strategyInJira/initiatives';

type World = Pick<Awaited<ReturnType<typeof makeWorld>>, 'site' | 'onProject'>;

const OBJ_1: Tag = { kind: 'objective', key: 'OBJ-1' };
const FIELD = 'strategic-objective';
const MEMBER = { kind: 'user', accountId: 'member' } as const;

/** The field's value on an issue: OBJ-2 is active, OBJ-4 achieved. */
const tagged = (key: string | null) => (key === null ? {} : { appValues: { [FIELD]: { key, name: key } } });

/** The groups by epic of the work that wants a decision and was not set aside. */
const groupsIn = async ({ site, onProject }: World): Promise<Group[]> => {
  const look = { window: 90, measure: 'items', part: 'all', filter: {}, cursor: null } as const;
  const { units } = dataOf(await onProject('member', 'undecidedInProject', look));
  const all = units.map((unit) => shownUnit(site, unit));
  const shown = all.filter(({ setAside }) => setAside === null);
  return groupsOf(shown, 'epic', leavesOut(all, shown));
};

const served = (site: Site) =>
  site.runInApp(async () => new Map(servedUnits(await allWorkItems()).map(({ id, serves }) => [id, serves])));

/** Gives a group OBJ-1. What the page promised to align, and what it did, by ids. */
const decide = async ({ site, onProject }: World, group: Group) => {
  const before = await served(site);
  const results = dataOf(await onProject('member', 'linkIssues', { issueIds: issuesToTag(group), to: OBJ_1 }));
  const linked = new Set(results.flatMap(({ outcome, issueId }) => (outcome === 'linked' ? [issueId] : [])));
  const promised = decidedBy(group, linked).units.map(({ id }) => Number(id));
  const changed = [...(await served(site))].filter(([id, serves]) => serves !== before.get(id)).map(([id]) => id);
  return { promised: promised.sort(), changed: changed.sort() };
};

test('one stale child of an aligned epic is decided alone', async () => {
  const world = await makeWorld(({ jira }) => {
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'S', ...tagged('OBJ-2') }, null);
    for (const own of [null, null, 'OBJ-4'])
      jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', parent: 'WEB-1', ...tagged(own) }, null);
  });
  const { jira } = world.site;
  const [group] = await groupsIn(world);
  if (!group) throw new Error('no group');
  const { changed } = await decide(world, group);
  expect(changed).toEqual([Number(jira.issue('WEB-4').id)]);
  expect(Object.values(jira.issue('WEB-1').appValues)).toMatchObject([{ key: 'OBJ-2' }]);
  await world.site.close();
});

test('a decision moves just what its group counts, whatever epics and their work serve, and whatever is set aside', async () => {
  const anyTag = fc.constantFrom(null, null, 'OBJ-2', 'OBJ-4');
  const made = fc.record({
    epics: fc.array(fc.record({ own: anyTag, isBelow: fc.boolean() }), { minLength: 3, maxLength: 3 }),
    stories: fc.array(
      fc.record({
        epic: fc.nat(2),
        own: anyTag,
        status: fc.constantFrom('To Do', 'In Progress', 'Done'),
        isSetAside: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 2, maxLength: 12 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(made, async ({ epics, stories }) => {
      const world = await makeWorld(({ jira }) => {
        jira.catalogue.addIssueType('Initiative', 2);
        const create = (type: string, changes = {}) =>
          jira.createIssue({ project: 'WEB', type, summary: 'S', ...changes }, null).key;
        const keys = epics.map(({ own, isBelow }) => {
          const parent = isBelow ? create('Initiative') : null;
          // Not broken down, so it is work itself.
          if (parent !== null) create('Epic', { parent });
          return create('Epic', { parent, ...tagged(own) });
        });
        for (const { epic, own, status } of stories) create('Story', { parent: keys[epic], status, ...tagged(own) });
      });
      const { site, onProject } = world;
      const issues = ofType(site, 'Story');
      const aside = issues.flatMap(({ id }, at) => (stories[at]?.isSetAside === true ? [id] : []));
      const deferral = { reason: 'small', days: 14 } as const;
      if (aside.length > 0) dataOf(await onProject('member', 'deferInProject', { issueIds: aside, deferral }));
      for (let [group] = await groupsIn(world); group; [group] = await groupsIn(world)) {
        const { promised, changed } = await decide(world, group);
        expect(promised).toHaveLength(group.count);
        expect(changed).toEqual(promised);
      }
      await site.close();
    }),
    { numRuns: 10, seed: 20_261_201 },
  );
});

test('what is stale below an objective that is an issue is linked itself', async () => {
  const world = await withInitiatives(({ jira }) => {
    const [first] = [...jira.issues.all()].filter(({ type }) => type.name === 'Initiative');
    // Not broken down, so it is work itself.
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'S', parent: first?.key ?? '' }, null);
  });
  const { site } = world;
  await nameTypes(site, ['Initiative']);
  const [first] = ofType(site, 'Initiative');
  const bare = ofType(site, 'Epic').at(-1);
  if (!first || !bare) throw new Error('They were not made.');
  site.jira.editIssue(first.key, { status: 'Done' }, MEMBER);
  await settle(site);
  const group = (await groupsIn(world)).find(({ mark }) => mark?.id === first.id);
  if (!group) throw new Error('no group');
  expect(issuesToTag(group)).toEqual([bare.id]);
  expect((await decide(world, group)).changed).toEqual([Number(bare.id)]);
  expect(site.jira.issue(first.key).appValues).toEqual({});
  await site.close();
});
