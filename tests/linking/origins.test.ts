import { originsOf } from '../../src/store/tagging/tagOrigins';
import { dataOf } from '../resolvers/world';
import { bulkWorld, FIELD, MEMBER, OBJ_1, OBJ_2, settle, TO } from './bulkWorld';
import { ruled, settle as settleRules } from './ruledWorld';

const TO_1 = { kind: 'objective', key: 'OBJ-1' } as const;

/** A world's planned work that is aligned, by key: who linked each. */
const originsIn = async ({ site, onProject }: Awaited<ReturnType<typeof bulkWorld>>) => {
  const counted = { part: 'planned', standing: 'aligned', objective: null, weeks: null } as const;
  const asked = { window: 90, measure: 'items', filter: {}, counted, cursor: null } as const;
  const { issues } = dataOf(await onProject('member', 'countedInProject', asked));
  return new Map(issues.map(({ id, isTagged, origin }) => [site.jira.issue(id).key, { isTagged, origin }]));
};

test('a link tells who made it and how: by hand, as suggested, or by taking another one back', async () => {
  const world = await bulkWorld(() => undefined, 8);
  const { site, onIssue, onProject, panel, idOf } = world;
  const tag = async (key: string, payload: object) =>
    dataOf(await onIssue('member', key, 'tagIssue', { tag: TO, measure: 'items', ...payload }));
  const at = new Date(site.clock.now()).toISOString();
  expect((await tag('WEB-4', {})).provenance).toEqual({ kind: 'direct', origin: { how: 'person', by: 'member', at } });
  expect((await tag('WEB-5', { isSuggested: true })).provenance).toMatchObject({
    origin: { how: 'suggestion', by: 'member' },
  });
  const linked = { issueIds: [idOf('WEB-1'), idOf('WEB-6')], to: TO, isSuggested: true };
  dataOf(await onProject('member', 'linkIssues', linked));
  const back = { issueIds: [idOf('WEB-1')], was: TO, back: TO_1 };
  dataOf(await onProject('member', 'unlinkIssues', back));
  const suggested = { isTagged: true, origin: { how: 'suggestion', by: 'member', at } };
  expect(Object.fromEntries(await originsIn(world))).toEqual({
    'WEB-1': { isTagged: true, origin: { how: 'undo', by: 'member', at } },
    // From before the app was there.
    'WEB-2': { isTagged: true, origin: null },
    'WEB-4': { isTagged: true, origin: { how: 'person', by: 'member', at } },
    'WEB-5': suggested,
    'WEB-6': suggested,
  });
  // Jira's own field says something else since.
  site.jira.editIssue('WEB-4', { appValues: { [FIELD]: OBJ_1 } }, MEMBER);
  await settle(site);
  expect((await panel('WEB-4')).provenance).toEqual({ kind: 'direct', origin: null });
  expect((await tag('WEB-5', { tag: null })).provenance).toEqual({ kind: 'none' });
  await site.close();
});

test('what inherits tells who linked the issue above, to those who may browse it', async () => {
  const { site, onIssue, panel, idOf } = await bulkWorld(({ jira }) => {
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'E' }, null);
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', parent: 'WEB-5' }, null);
  }, 3);
  dataOf(await onIssue('member', 'WEB-5', 'tagIssue', { tag: TO, measure: 'items' }));
  expect((await panel('WEB-6')).provenance).toMatchObject({
    kind: 'inherited',
    fromId: idOf('WEB-5'),
    origin: { how: 'person', by: 'member' },
  });
  await site.close();
});

test('many links at once, and what their undoing gave back, tell who started it; it goes with its issue', async () => {
  const { site, gather, start, onProject, panel, idOf } = await bulkWorld(() => undefined, 6);
  const { job } = await gather();
  dataOf(await start(job, true));
  await settle(site);
  expect((await panel('WEB-4')).provenance).toMatchObject({ origin: { how: 'bulk', by: 'member' } });
  // It had the tag before.
  expect((await panel('WEB-2')).provenance).toMatchObject({ origin: null });
  dataOf(await onProject('member', 'undoBulk', { job }));
  await settle(site);
  expect((await panel('WEB-1')).provenance).toMatchObject({ origin: { how: 'undo', by: 'member' } });
  expect((await panel('WEB-4')).provenance).toEqual({ kind: 'none' });
  const id = Number(idOf('WEB-1'));
  const known = () => site.runInApp(() => originsOf([id]));
  expect((await known()).size).toBe(1);
  site.jira.deleteIssue('WEB-1', MEMBER);
  await settle(site);
  // The same issue again, by restoring a backup: nothing is left of who had linked it.
  site.jira.createIssue({ id: String(id), project: 'WEB', type: 'Story', summary: 'S', appValues: { [FIELD]: OBJ_1 } });
  await settle(site);
  expect((await known()).size).toBe(0);
  await site.close();
});

test('what a rule linked tells whose rule it is', async () => {
  const { site, state, panel, tagOf } = await ruled();
  dataOf(await state());
  await settleRules(site);
  expect(tagOf('WEB-1')).toEqual(OBJ_2);
  expect((await panel('WEB-1')).provenance).toMatchObject({ kind: 'direct', origin: { how: 'rule', by: 'editor' } });
  await site.close();
});
