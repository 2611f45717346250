import type { Site } from '../../site/site';
import { DAY_MS, makeWorld, NOW } from '../../resolvers/world';
import { quiet } from '../../sync/drift/quiet';
import { tagged } from '../../sync/drift/world';
import { nameTypes } from './initiatives';

jest.setTimeout(120_000);

const ANN = { kind: 'user', accountId: 'member' } as const;
const BLOCKS = 'Blocks';

/**
 * WEB-1 and WEB-2 are initiatives; below the first is an epic, WEB-3, with a story; below nothing is WEB-5, an epic with
 * two. All four are done for ten days, and so is WEB-8, which a link joins to the second initiative.
 */
const load = ({ jira }: Site): void => {
  jira.catalogue.addIssueType('Initiative', 2);
  const created = NOW - 20 * DAY_MS;
  const add = (type: string, more: object = {}) =>
    jira.createIssue({ project: 'WEB', type, summary: type, created, ...more }, null);
  const done = { status: 'Done', resolved: NOW - 10 * DAY_MS };
  add('Initiative');
  add('Initiative');
  add('Epic', { parent: 'WEB-1' });
  add('Story', { parent: 'WEB-3', ...done });
  add('Epic');
  for (let story = 0; story < 2; story += 1) add('Story', { parent: 'WEB-5', ...done });
  add('Story', done);
  jira.links.link(BLOCKS, 'WEB-8', 'WEB-2');
};

const makeSite = async () => {
  const { site, page } = await makeWorld(load);
  site.clock.advance(DAY_MS);
  await quiet(site);
  const late = async () => {
    const { effort, retags } = await page();
    return { aligned: effort.aligned, late: retags.late.units };
  };
  return { site, late };
};

test('what serves an objective since an admin named its type was retagged by nobody, on and off as often as they like', async () => {
  const { site, late } = await makeSite();
  expect(await late()).toEqual({ aligned: 0, late: 0 });
  for (const [types, links, aligned] of [
    [['Initiative'], [], 1],
    [['Initiative'], [BLOCKS], 2],
    [[], [], 0],
    [['Initiative'], [BLOCKS], 2],
  ] as const) {
    await nameTypes(site, [...types], [...links]);
    expect(await late()).toEqual({ aligned, late: 0 });
  }
  await site.close();
});

test('what somebody moves below an objective, or links to one, after it was done is told', async () => {
  const { site, late } = await makeSite();
  await nameTypes(site, ['Initiative'], [BLOCKS]);
  site.jira.editIssue('WEB-5', { parent: 'WEB-2' }, ANN);
  await quiet(site);
  expect(await late()).toEqual({ aligned: 4, late: 2 });
  site.jira.links.unlink(BLOCKS, 'WEB-8', 'WEB-2');
  await quiet(site);
  expect(await late()).toEqual({ aligned: 3, late: 2 });
  site.jira.links.link(BLOCKS, 'WEB-8', 'WEB-1');
  await quiet(site);
  expect(await late()).toEqual({ aligned: 4, late: 3 });
  await site.close();
});

test('a tag is told also when an objective in Jira changes in the same moment', async () => {
  const { site, late } = await makeSite();
  await nameTypes(site, ['Initiative'], [BLOCKS]);
  site.jira.editIssue('WEB-1', { summary: 'Renamed' }, ANN);
  site.jira.editIssue('WEB-5', tagged('OBJ-1'), ANN);
  await quiet(site);
  expect(await late()).toEqual({ aligned: 4, late: 2 });
  await site.close();
});
