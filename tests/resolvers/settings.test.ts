import type { Settings } from '../../src/contract';
import { writeSetting } from '../../src/store/runs/settingStore';
import { dataOf, makeWorld } from './world';

const SETTINGS: Settings = {
  editorGroups: [],
  viewerGroups: [],
  totalsGroups: [],
  guardrail: 0.3,
  cadenceDays: 14,
  responseDays: 7,
  estimateFields: [],
  excludedProjects: [],
  objectiveTypes: [],
  objectiveLinks: [],
  ownQuotaShare: 0.9,
};

const groups = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `g${index}`, name: `Group ${index}` }));

test('what an admin decides is kept, each group once', async () => {
  const { site, onPortfolio } = await makeWorld();
  const [group] = site.jira.directory.groups().filter(({ name }) => name === 'strategy-office');
  const editorGroups = group ? [{ id: group.groupId, name: group.name }] : [];
  expect(editorGroups).toHaveLength(1);
  const saved = { ...SETTINGS, editorGroups };
  expect(
    dataOf(await onPortfolio('admin', 'saveSettings', { ...saved, editorGroups: [...editorGroups, ...editorGroups] })),
  ).toEqual(saved);
  expect(dataOf(await onPortfolio('admin', 'settings', {}))).toEqual(saved);
  await site.close();
});

test('bad input is told at its field, and nothing is kept', async () => {
  const { site, onPortfolio } = await makeWorld();
  const before = dataOf(await onPortfolio('admin', 'settings', {}));
  for (const [field, wrong] of [
    ['guardrail', { guardrail: 1.01 }],
    ['guardrail', { guardrail: -0.1 }],
    ['ownQuotaShare', { ownQuotaShare: 0.1 }],
    ['ownQuotaShare', { ownQuotaShare: 1 }],
    ['cadenceDays', { cadenceDays: 0 }],
    ['cadenceDays', { cadenceDays: 366 }],
    ['responseDays', { responseDays: 1.5 }],
    ['editorGroups', { editorGroups: groups(21) }],
    ['viewerGroups', { viewerGroups: groups(21) }],
    ['estimateFields', { estimateFields: groups(6) }],
    ['excludedProjects', { excludedProjects: groups(201).map((one, id) => ({ ...one, id: String(id), key: 'P' })) }],
  ] as const) {
    const answer = await onPortfolio('admin', 'saveSettings', { ...SETTINGS, ...wrong });
    expect({ wrong, answer }).toMatchObject({ wrong, answer: { ok: false, error: { code: 'invalid', field } } });
  }
  expect(dataOf(await onPortfolio('admin', 'settings', {}))).toEqual(before);
  await site.close();
});

test('what an older version kept is filled up with what holds when nobody decides', async () => {
  const { site, onPortfolio } = await makeWorld();
  await site.runInApp(() => writeSetting('settings', { cadenceDays: 7 }));
  expect(dataOf(await onPortfolio('admin', 'settings', {}))).toEqual({
    editorGroups: [],
    viewerGroups: [],
    totalsGroups: [],
    guardrail: null,
    cadenceDays: 7,
    responseDays: 14,
    estimateFields: [],
    excludedProjects: [],
    objectiveTypes: [],
    objectiveLinks: [],
    ownQuotaShare: 0.65,
  });
  await site.close();
});

test('an admin chooses from the number fields and types of the site and the projects that the app knows', async () => {
  const { site, onPortfolio } = await makeWorld();
  const contributes = site.jira.catalogue.linkTypes.named('Contributes');
  const web = site.jira.project('WEB');
  expect(dataOf(await onPortfolio('admin', 'settingChoices', {}))).toEqual({
    numberFields: [
      { id: 'customfield_10016', name: 'Story point estimate' },
      { id: 'customfield_10026', name: 'Story Points' },
    ],
    projects: [{ id: web.id, key: 'WEB', name: 'Web shop' }],
    // Sub-tasks are no objectives.
    issueTypes: ['Bug', 'Epic', 'Story', 'Task'].map((name) => ({
      id: site.jira.catalogue.issueType(name)?.id,
      name,
    })),
    linkTypes: [{ id: contributes.id, name: 'Contributes' }],
  });
  await site.close();
});

test('saving what is saved already costs no statement but those that find that out', async () => {
  const { site, onPortfolio } = await makeWorld();
  dataOf(await onPortfolio('admin', 'saveSettings', SETTINGS));
  site.statements.reset();
  expect(dataOf(await onPortfolio('admin', 'saveSettings', SETTINGS))).toEqual(SETTINGS);
  // Who asks is asked of Jira anew, which is kept: no other write.
  expect([site.statements.sql, site.statements.writes, site.statements.jira]).toEqual([2, 1, 1]);
  await site.close();
});
