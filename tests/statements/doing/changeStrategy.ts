import { MOST_GATHERED } from '../../../src/domain/callLimits';
import { ADMIN, READER } from '../../bench/site/buildSite';
import { call, DAY_MS, FIELD, fiveMinutes, inProject, MINUTE_MS, PORTFOLIO, settle, type World } from './world';

const SOMEONE = { kind: 'user', accountId: READER } as const;
/** As many issues as a drain takes. */
const MOST = 100;
/** More issues than a page of a rule's sweep has. */
const SWEPT = 1_200;

/** Everything that a strategy editor does. */
export const changeStrategy = async (world: World): Promise<void> => {
  await editObjective(world);
  await importObjectives(world);
  await moveObjective(world);
  await deleteDraft(world);
  await decideProposals(world);
  await stateRules(world);
  await call(world, ADMIN, PORTFOLIO, 'recordReview', {});
};

const editObjective = async (world: World): Promise<void> => {
  const [first] = world.made.objectives;
  if (!first) throw new Error('The strategy has lost its objectives.');
  const { key, revision, keyResults, title, ...objective } = await call(world, ADMIN, PORTFOLIO, 'statedObjective', {
    key: first.key,
  });
  await call(world, ADMIN, PORTFOLIO, 'saveObjective', {
    key,
    revision,
    objective: { ...objective, title: `${title}, renamed`, description: 'What it means', keyResults },
  });
  await call(world, ADMIN, PORTFOLIO, 'checkIn', {
    objective: key,
    day: Math.floor(world.site.clock.now() / DAY_MS),
    note: 'Well',
    health: 'onTrack',
    decision: null,
    values: keyResults.map(({ id }) => ({ keyResult: Number(id), value: 50 })),
  });
};

/** Objectives without key results, and both kinds together. */
const importObjectives = async (world: World): Promise<void> => {
  const columns = 'key,title,status,kr,kr unit,kr baseline,kr target';
  const bare = 'BARE,Without key results,active,,,,';
  const measured = 'MEASURED,With a key result,active,Shops,,1,2';
  for (const lines of [[bare], [measured, 'OTHER,Another without,active,,,,']]) {
    const csv = [columns, ...lines].join('\n');
    const { problems } = await call(world, ADMIN, PORTFOLIO, 'importStrategy', { csv, apply: true });
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  }
};

const moveObjective = async (world: World): Promise<void> => {
  const { objectives } = await call(world, ADMIN, PORTFOLIO, 'strategy', {});
  const last = objectives.at(-1);
  if (!last) throw new Error('The strategy is empty.');
  const { key, revision } = last;
  const before = objectives.find(({ parent }) => parent === null)?.key ?? null;
  const moved = await call(world, ADMIN, PORTFOLIO, 'moveObjective', { key, revision, parent: null, before });
  const over = moved.objectives.find((one) => one.status === 'dropped' && !one.archived);
  if (!over) throw new Error('No objective is dropped.');
  await call(world, ADMIN, PORTFOLIO, 'archiveObjective', { key: over.key, revision: over.revision, archived: true });
  await call(world, ADMIN, PORTFOLIO, 'archiveObjective', {
    key: over.key,
    revision: over.revision + 1,
    archived: false,
  });
};

/** A draft that was made by mistake. */
const deleteDraft = async (world: World): Promise<void> => {
  const key = 'MISTAKE';
  const csv = `key,title,status\n${key},A mistake,draft`;
  await call(world, ADMIN, PORTFOLIO, 'importStrategy', { csv, apply: true });
  await call(world, ADMIN, PORTFOLIO, 'deleteObjective', { key, revision: 1 });
};

/** The day by which the project of the rules had `SWEPT` of the issues that are done today. */
const dayOfMany = ({ site, made }: World): string => {
  const done = [...site.jira.issues.ofProject(made.largest.id)].filter(({ status }) => status.name === 'Done');
  const days = done.map(({ created }) => new Date(created).toISOString().slice(0, 10)).sort();
  return days[SWEPT] ?? days.at(-1) ?? '';
};

/** Rules are stated, tag as many issues as a page of a sweep has, are put in order, changed while issues wait for them, and deleted. */
const stateRules = async (world: World): Promise<void> => {
  const to = { kind: 'objective', key: world.made.objectives[0]?.key ?? '' } as const;
  const state = (jql: string) =>
    call(world, ADMIN, PORTFOLIO, 'saveRule', { id: null, jql, to: { kind: 'run' }, on: true });
  await state(`project = ${world.made.largest.key} AND status = Done AND created <= "${dayOfMany(world)}"`);
  const { rules } = await state('labels = nowhere');
  const [first, second] = rules;
  if (!first || !second) throw new Error('There is no rule.');
  await settle(world);
  const issues = [...world.site.jira.issues.ofProject(world.made.largest.id)].filter(({ archived }) => !archived);
  const ids = issues.map(({ id }) => id);
  await call(world, ADMIN, PORTFOLIO, 'previewRule', { to, issueIds: ids.slice(0, MOST_GATHERED) });
  await call(world, ADMIN, inProject(world), 'rules', {});
  await call(world, ADMIN, PORTFOLIO, 'moveRule', { id: second.id, before: first.id });
  const change = (jql: string) =>
    call(world, ADMIN, PORTFOLIO, 'saveRule', { id: first.id, jql, to: { kind: 'run' }, on: true });
  const { faults } = world.site;
  const later = { status: 429, headers: { 'Retry-After': '60' } };
  faults.answer = ({ url }) => (url.includes('/app/field/value') ? new Response('', later) : null);
  await change(`project = ${world.made.largest.key} AND status != Done`);
  await settle(world);
  faults.end();
  world.site.clock.advance(2 * MINUTE_MS);
  await change('labels = elsewhere');
  await fiveMinutes(world);
  // Untagged work is changed while there are rules; then it is cleared of a tag.
  for (const id of ids.slice(-MOST)) world.site.jira.editIssue(id, { labels: ['new'] }, SOMEONE);
  await settle(world);
  for (const id of ids.slice(-MOST)) world.site.jira.editIssue(id, { appValues: { [FIELD]: null } }, SOMEONE);
  await settle(world);
  for (const { id } of rules) await call(world, ADMIN, PORTFOLIO, 'deleteRule', { id });
};

/** An epic is proposed three times: that is taken back, declined, accepted. */
const decideProposals = async (world: World): Promise<void> => {
  const page = inProject(world);
  const { issues } = await call(world, ADMIN, page, 'unlinkedEpics', {});
  const issueId = issues[0]?.id;
  if (issueId === undefined) throw new Error('There is no epic that serves nothing.');
  const propose = () => call(world, ADMIN, page, 'proposeEpic', { issueId, proposal: { note: 'It serves something' } });
  await propose();
  await call(world, ADMIN, page, 'proposeEpic', { issueId, proposal: null });
  await propose();
  await call(world, ADMIN, PORTFOLIO, 'decideProposal', { issueId, decision: { decline: 'It does not' } });
  await propose();
  const key = world.made.objectives[0]?.key ?? '';
  await call(world, ADMIN, PORTFOLIO, 'decideProposal', { issueId, decision: { accept: key } });
};
