import { ADMIN, READER } from '../../bench/site/buildSite';
import { call, fiveMinutes, PORTFOLIO, SETTINGS, settle, type World } from './world';

const SOMEONE = { kind: 'user', accountId: READER } as const;
const LOOK = { window: 90, measure: 'items' } as const;

/** An admin looks at what a type of issues would make of the site, names it, and takes that back after people worked with it. */
export const nameTypes = async (world: World): Promise<void> => {
  const { site, made } = world;
  const { jira } = site;
  const type = jira.catalogue.addIssueType('Goal', 2);
  const link = jira.catalogue.linkTypes.named('Contributes');
  const project = made.largest.key;
  const goal = (summary: string) => jira.createIssue({ project, type: 'Goal', summary }, SOMEONE);
  const [first, second] = [goal('One'), goal('Two')];
  const epics = [...jira.issues.ofProject(made.largest.id)].filter(({ type: { name } }) => name === 'Epic');
  const stories = [...jira.issues.ofProject(made.largest.id)].filter(({ type: { name } }) => name === 'Story');
  for (const { id } of epics.slice(0, 2)) jira.editIssue(id, { parent: first.key }, SOMEONE);
  for (const { id } of stories.slice(-3)) jira.links.link('Contributes', id, second.id);
  await settle(world);
  await call(world, ADMIN, SETTINGS, 'previewStrategy', { types: [type.id], links: [link.id] });
  await save(world, { objectiveTypes: [type], objectiveLinks: [link] });
  await call(world, ADMIN, SETTINGS, 'previewStrategy', { types: [type.id], links: [link.id] });
  const { issues } = await call(world, READER, PORTFOLIO, 'objectiveIssues', {});
  const key = issues[0]?.key;
  if (key === undefined) throw new Error('No issue is an objective.');
  await call(world, READER, PORTFOLIO, 'objectiveDetail', { ...LOOK, key });
  await weigh(world, key);
  jira.links.link('Contributes', stories.at(-1)?.id ?? '', first.id);
  jira.links.unlink('Contributes', stories.at(-2)?.id ?? '', second.id);
  jira.editIssue(first.id, { type: 'Initiative' }, SOMEONE);
  await settle(world);
  jira.deleteIssue(second.id, SOMEONE);
  await settle(world);
  await save(world, { objectiveTypes: [], objectiveLinks: [] });
};

const save = async (
  world: World,
  chosen: Record<'objectiveTypes' | 'objectiveLinks', { id: string; name: string }[]>,
): Promise<void> => {
  const settings = await call(world, ADMIN, SETTINGS, 'settings', {});
  const named = (all: { id: string; name: string }[]) => all.map(({ id, name }) => ({ id, name }));
  await call(world, ADMIN, SETTINGS, 'saveSettings', {
    ...settings,
    objectiveTypes: named(chosen.objectiveTypes),
    objectiveLinks: named(chosen.objectiveLinks),
  });
  for (let round = 0; round < 5; round += 1) await fiveMinutes(world);
};

/** An editor gives an objective that is an issue a weight. */
const weigh = async (world: World, key: string): Promise<void> => {
  const { revision, archived, ...stated } = await call(world, ADMIN, PORTFOLIO, 'statedObjective', { key });
  if (archived) throw new Error(`${key} is archived.`);
  await call(world, ADMIN, PORTFOLIO, 'saveObjective', {
    ...{ key, revision },
    objective: { ...stated, weight: (stated.weight ?? 0) + 1 },
  });
};
