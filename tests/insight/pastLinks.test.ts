import { dataOf, makeWorld } from '../resolvers/world';

const tagged = (key: string) => ({ appValues: { 'strategic-objective': { key, name: key } } });

test('past links are units that serve what is active, newest first, of projects that the viewer may browse', async () => {
  const world = await makeWorld(({ jira }) => {
    jira.addProject({ key: 'POS', name: 'Tills' });
    jira.addProject({ key: 'SEC', name: 'Secret', everyone: 'none' });
    jira.setPermissions('SEC', jira.appUser.accountId, 'admin');
    const create = (project: string, changes = {}) =>
      jira.createIssue({ project, type: 'Story', summary: 'S', ...changes }, null);
    create('WEB', { type: 'Epic', ...tagged('OBJ-2') }); // WEB-1: no unit
    create('WEB', { parent: 'WEB-1' }); // WEB-2
    create('WEB', tagged('OBJ-1')); // WEB-3
    for (const key of ['OBJ-3', 'OBJ-4', 'OBJ-99', 'RUN']) create('WEB', tagged(key));
    create('WEB');
    create('POS', tagged('OBJ-1'));
    create('SEC', tagged('OBJ-1'));
  });
  const keys = (links: readonly { id: string; objective: string }[]) =>
    links.map(({ id, objective }) => [world.site.jira.issue(id).key, objective]);
  const inWeb = [
    ['WEB-3', 'OBJ-1'],
    ['WEB-2', 'OBJ-2'],
  ];
  const inProject = dataOf(await world.onProject('reader', 'pastLinksInProject', {}));
  expect(keys(inProject.links)).toEqual(inWeb);
  expect(inProject.candidates).toMatchObject([{ key: 'OBJ-1' }, { key: 'OBJ-2', owner: 'owner' }]);
  expect(keys(dataOf(await world.onIssue('reader', 'WEB-8', 'pastLinksAroundIssue', {})).links)).toEqual(inWeb);
  const everywhere = dataOf(await world.onPortfolio('admin', 'pastLinksInPortfolio', {}));
  expect(keys(everywhere.links)).toEqual([['POS-1', 'OBJ-1'], ...inWeb]);
  const outside = dataOf(await world.onPortfolio('outsider', 'pastLinksInPortfolio', {}));
  expect(keys(outside.links)).toEqual([['POS-1', 'OBJ-1']]);
  await world.site.close();
});
