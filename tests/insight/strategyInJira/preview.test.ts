import { MOST_OBJECTIVES } from '../../../src/domain/strategy/caps';
import { dataOf } from '../../resolvers/world';
import { quiet } from '../../sync/drift/quiet';
import { tagged } from '../../sync/drift/world';
import { idsNamed, nameTypes, ofType, withInitiatives } from './initiatives';

jest.setTimeout(120_000);

test('the preview says beforehand what naming types does, changes nothing, and says the same once they are named', async () => {
  const world = await withInitiatives();
  const { site, onPortfolio } = world;
  const [first, second, third] = ofType(site, 'Initiative');
  const beside = ofType(site, 'Story').at(-1);
  if (!first || !second || !third || !beside) throw new Error('The site lacks issues.');
  // The story beside is linked to two, and a story of the first initiative to another.
  site.jira.links.link('Contributes', beside.id, third.id);
  site.jira.links.link('Contributes', second.id, beside.id);
  site.jira.links.link('Contributes', ofType(site, 'Story')[0]?.id ?? '', third.id);
  // One unit below the second has an objective of its own.
  const own = site.jira.issues.childrenOf(site.jira.issues.childrenOf(second.id)[0]?.id ?? '')[0];
  site.jira.editIssue(own?.id ?? '', tagged('OBJ-2'), { kind: 'user', accountId: 'member' });
  await quiet(site);
  const preview = async (types: string[], links: string[] = []) =>
    dataOf(await onPortfolio('admin', 'previewStrategy', idsNamed(site, types, links)));
  const taken = (answer: Awaited<ReturnType<typeof preview>>, id: string) =>
    answer.objectives.find(({ issueId }) => issueId === id);

  expect(await preview([])).toEqual({ objectives: [], choices: 0, isWhole: true });
  const without = await preview(['Initiative']);
  expect(without).toMatchObject({ choices: 0, isWhole: true });
  expect(without.objectives).toHaveLength(12);
  expect(taken(without, first.id)).toMatchObject({ below: 6, linked: 0, isTaken: false });
  expect(taken(without, second.id)).toMatchObject({ below: 5, linked: 0 });
  const withLinks = await preview(['Initiative'], ['Contributes']);
  expect(withLinks.choices).toBe(1);
  // Of several links the first key counts, and the hierarchy goes before every link.
  const [winner, other] = [second, third].sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(taken(withLinks, winner?.id ?? '')?.linked).toBe(1);
  expect(taken(withLinks, other?.id ?? '')?.linked).toBe(0);
  const look = { window: 90, measure: 'items' } as const;
  expect(dataOf(await onPortfolio('member', 'portfolio', look)).objectives).toHaveLength(3);

  await nameTypes(site, ['Initiative'], ['Contributes']);
  expect(await preview(['Initiative'], ['Contributes'])).toEqual(withLinks);
  const named = dataOf(await onPortfolio('member', 'portfolio', look));
  const totals = named.objectives.flatMap(({ objective, work }) =>
    objective.key.startsWith('in-jira-') ? work.total : [],
  );
  const previewed = withLinks.objectives.map(({ below, linked }) => below + linked);
  expect([...totals].sort()).toEqual([...previewed].sort());
  await site.close();
});

test('types with more issues than a strategy holds beside four stated objectives are refused, and so is a person who is no admin', async () => {
  const { site, onPortfolio } = await withInitiatives();
  const settings = dataOf(await onPortfolio('admin', 'settings', {}));
  const [type] = idsNamed(site, ['Initiative']).types;
  expect(await onPortfolio('member', 'previewStrategy', { types: [], links: [] })).toMatchObject({
    error: { code: 'forbidden' },
  });
  const add = () => site.jira.createIssue({ project: 'WEB', type: 'Initiative', summary: 'More' }, null);
  for (let made = ofType(site, 'Initiative').length; made < MOST_OBJECTIVES - 3; made += 1) add();
  const wanted = { ...settings, objectiveTypes: [{ id: type ?? '', name: 'Initiative' }] };
  expect(await onPortfolio('admin', 'saveSettings', wanted)).toMatchObject({
    error: {
      code: 'invalid',
      field: 'objectiveTypes',
      message: expect.stringContaining('1,997 issues of these types and 4 stated') as string,
    },
  });
  expect(dataOf(await onPortfolio('admin', 'settings', {})).objectiveTypes).toEqual([]);
  await site.close();
});
