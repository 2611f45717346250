import { makeWorld } from '../../resolvers/world';
import type { Site } from '../../site/site';

const FIELD = 'strategic-objective';
const MEMBER = { kind: 'user', accountId: 'member' } as const;

const withStories = ({ jira }: Site): void => {
  for (let made = 0; made < 4; made += 1) jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
};

const settleLater = async (site: Site): Promise<void> => {
  await site.settle();
  site.clock.advance(10_000);
  await site.settle();
};

const shown = (site: Site, key: string): unknown => Object.values(site.jira.issue(key).appValues)[0];

test('a title that somebody writes beside a key is put right; what nobody stated stays', async () => {
  const { site } = await makeWorld(withStories);
  const write = (key: string, value: { key: string; name: string }) =>
    site.jira.editIssue(key, { appValues: { [FIELD]: value } }, MEMBER);
  write('WEB-1', { key: 'OBJ-2', name: 'The board wants this' });
  write('WEB-2', { key: 'OBJ-99', name: 'Nobody stated it' });
  write('WEB-3', { key: 'RUN', name: 'Not strategic, says the board' });
  // A draft, whose title is not public.
  write('WEB-4', { key: 'OBJ-3', name: 'Our secret plan' });
  await settleLater(site);
  expect(['WEB-1', 'WEB-2', 'WEB-3', 'WEB-4'].map((key) => shown(site, key))).toEqual([
    { key: 'OBJ-2', name: 'Superior service' },
    { key: 'OBJ-99', name: 'Nobody stated it' },
    { key: 'RUN', name: 'Run the business' },
    { key: 'OBJ-3', name: '' },
  ]);
  await site.close();
});

test('while Jira takes no value the issue is read again later, and then put right', async () => {
  const { site } = await makeWorld(withStories);
  site.faults.answer = ({ url }) =>
    url.includes('/app/field/value') ? new Response('', { status: 429, headers: { 'Retry-After': '1' } }) : null;
  site.jira.editIssue('WEB-1', { appValues: { [FIELD]: { key: 'OBJ-2', name: 'Made up' } } }, MEMBER);
  await settleLater(site);
  expect(shown(site, 'WEB-1')).toMatchObject({ name: 'Made up' });
  site.faults.end();
  for (let minutes = 0; minutes < 3; minutes += 1) {
    site.clock.advance(300_000);
    await site.schedule('fiveMinute');
    await settleLater(site);
  }
  expect(shown(site, 'WEB-1')).toEqual({ key: 'OBJ-2', name: 'Superior service' });
  await site.close();
});
