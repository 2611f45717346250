import { type InitiativesWorld, nameTypes, ofType, withInitiatives } from '../../insight/strategyInJira/initiatives';
import { dataOf, type Person } from '../../resolvers/world';
import type { Issue } from '../../site/jira/jiraSite';
import { quiet } from '../../sync/drift/quiet';
import { answersTo } from './questions';

jest.setTimeout(120_000);

const VIEWERS = ['reader', 'outsider', 'owner', 'editor'] as const satisfies Person[];
const MEMBER = { kind: 'user', accountId: 'member' } as const;

/** A site where an issue of a project that the viewers may not browse is an objective, beside twelve that most of them see. */
const withHidden = async (): Promise<{ world: InitiativesWorld; aim: Issue }> => {
  const world = await withInitiatives(({ jira }) => {
    jira.addProject({ key: 'PLAN', name: 'Secret plans', everyone: 'none' });
    for (const person of ['member', jira.appUser.accountId]) jira.setPermissions('PLAN', person, 'admin');
    const hidden = { project: 'PLAN', type: 'Initiative', assignee: 'member', due: '2026-08-01' };
    const initiative = jira.createIssue({ ...hidden, summary: 'Buy the rival' }, null);
    const epic = { project: 'WEB', type: 'Epic', summary: 'E', parent: initiative.key, status: 'In Progress' };
    jira.createIssue(epic, null);
  });
  await nameTypes(world.site, ['Initiative']);
  const aim = ofType(world.site, 'Initiative').find(({ project }) => project.key === 'PLAN');
  if (!aim) throw new Error('The site lacks the issue.');
  return { world, aim };
};

/** What the viewers are answered, without when. */
const told = async (world: InitiativesWorld): Promise<string[]> => {
  const answers: string[] = [];
  for (const viewer of VIEWERS)
    for (const { question, answer } of await answersTo(world, viewer))
      answers.push(`${question}: ${answer.replace(/"asOf":"[^"]*"/g, '')}`);
  return answers;
};

test('who may not browse an objective’s issue is told neither its title, its key, its id nor whose it is', async () => {
  const { world, aim } = await withHidden();
  const { site } = world;
  const before = await told(world);
  site.jira.editIssue(aim.id, { summary: 'Sell the shop', assignee: 'admin' }, MEMBER);
  site.jira.changeProjectKey('PLAN', 'SHOP');
  await quiet(site);
  const after = await told(world);
  expect(before.length).toBeGreaterThan(200);
  expect(after.filter((answer, at) => answer !== before[at]).map((answer) => answer.slice(0, 200))).toEqual([]);
  for (const secret of ['rival', 'PLAN', 'SHOP', `"${aim.id}"`])
    expect(before.concat(after).filter((answer) => answer.includes(secret))).toEqual([]);
  const listed = await Promise.all(
    [...VIEWERS, 'member' as const].map(
      async (viewer) => dataOf(await world.onPortfolio(viewer, 'objectiveIssues', {})).issues.length,
    ),
  );
  // The outsider may browse none of them, and the others not the hidden one.
  expect(listed).toEqual([12, 0, 12, 12, 13]);
  await site.close();
});
