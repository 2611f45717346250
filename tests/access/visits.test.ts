import { database } from '../../src/store/sql/database';
import { dataOf, makeWorld } from '../resolvers/world';

const LOOK = { window: 90, measure: 'items' } as const;
const FIVE_MINUTES_MS = 5 * 60_000;

const withStory = () =>
  makeWorld(({ jira }) => jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null));

test('what Jira said of a viewer serves all their pages for five minutes, whichever function answers', async () => {
  const { site, page, panel, unlinked, onPortfolio } = await withStory();
  await panel('WEB-1');
  site.statements.reset();
  await page();
  await unlinked();
  await panel('WEB-1');
  dataOf(await onPortfolio('member', 'portfolio', LOOK));
  dataOf(await onPortfolio('member', 'myAccess', {}));
  expect([site.statements.jira, site.statements.writes]).toEqual([0, 0]);
  // It is one viewer's alone.
  await page({}, 'reader');
  expect(site.statements.jira).toBeGreaterThan(0);
  await site.close();
});

test('a permission that is taken away tells no more after five minutes, and one that is given is there at once', async () => {
  const { site, onProject, onIssue } = await withStory();
  const seesPage = async () => (await onProject('member', 'projectAlignment', { ...LOOK, filter: {} })).ok;
  const seesIssue = async () => (await onIssue('member', 'WEB-1', 'issueAlignment', { measure: 'items' })).ok;
  expect([await seesPage(), await seesIssue()]).toEqual([true, true]);
  site.jira.setPermissions('WEB', 'member', 'none');
  site.clock.advance(FIVE_MINUTES_MS + 1);
  expect([await seesPage(), await seesIssue()]).toEqual([false, false]);
  site.jira.setPermissions('WEB', 'member', 'member');
  expect(await seesPage()).toBe(true);
  await site.close();
});

test('what changes the strategy or the settings asks Jira each time', async () => {
  const { site, onPortfolio } = await withStory();
  dataOf(await onPortfolio('editor', 'strategy', {}));
  const settings = dataOf(await onPortfolio('admin', 'settings', {}));
  // No longer an editor, no longer an admin.
  const editors = site.jira.directory.groups().find(({ name }) => name === 'strategy-office');
  editors?.members.delete('editor');
  Object.assign(site.jira.userOf({ kind: 'user', accountId: 'admin' }) ?? {}, { jiraAdmin: false });
  const archive = { key: 'OBJ-4', revision: 1, archived: true };
  expect(await onPortfolio('editor', 'archiveObjective', archive)).toMatchObject({ error: { code: 'forbidden' } });
  expect(await onPortfolio('admin', 'saveSettings', settings)).toMatchObject({ error: { code: 'forbidden' } });
  await site.close();
});

test('an issue that is hidden by its security is hidden though its project is not', async () => {
  const { site, onIssue } = await makeWorld(({ jira }) =>
    jira.createIssue(
      { project: 'WEB', type: 'Story', summary: 'S', visibleTo: ['member', jira.appUser.accountId] },
      null,
    ),
  );
  const sees = (person: 'member' | 'reader') => onIssue(person, 'WEB-1', 'issueAlignment', { measure: 'items' });
  expect(await sees('member')).toMatchObject({ ok: true });
  expect(await sees('reader')).toMatchObject({ ok: false, error: { code: 'notFound' } });
  await site.close();
});

test('what is kept of viewers are ids and yes or no, for an hour at most', async () => {
  const { site, page, panel } = await withStory();
  await panel('WEB-1');
  await page({}, 'reader');
  const kept = () => site.runInApp(() => database.selectFrom('visitor_answer').selectAll().execute());
  const rows = await kept();
  expect(rows.length).toBeGreaterThan(2);
  for (const { answer } of rows) expect(answer).toMatch(/^[\w\s"{}[\]:,-]*$/);
  site.clock.advance(3_600_001);
  await site.schedule('hour');
  expect(await kept()).toEqual([]);
  await site.close();
});
