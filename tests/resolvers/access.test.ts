import { WHO_MAY } from '../../src/access/whoMay';
import type { Contract, ErrorCode } from '../../src/contract';
import { resolver } from '../../src/resolvers/index';
import { makeWorld, PEOPLE, type Person } from './world';

type Calls = keyof Contract;

/** A valid payload for every call. */
const PAYLOADS: { [K in Calls]: Parameters<Contract[K]>[0] } = {
  searchObjectives: { query: '' },
  issueAlignment: { measure: 'items' },
  tagIssue: { tag: { kind: 'run' }, measure: 'items' },
  projectAlignment: { window: 90, measure: 'items', filter: {} },
  projectFilters: {},
  unlinkedWork: { window: 90, part: 'all', filter: {}, cursor: null },
  linkIssues: { issueIds: ['1'], to: { kind: 'run' } },
};

/** What each person gets from each call. */
const EXPECTED: Record<Calls, Record<Person, 'ok' | ErrorCode>> = {
  searchObjectives: { member: 'ok', reader: 'ok', outsider: 'ok' },
  issueAlignment: { member: 'ok', reader: 'ok', outsider: 'notFound' },
  tagIssue: { member: 'ok', reader: 'forbidden', outsider: 'notFound' },
  projectAlignment: { member: 'ok', reader: 'ok', outsider: 'notFound' },
  projectFilters: { member: 'ok', reader: 'ok', outsider: 'notFound' },
  unlinkedWork: { member: 'ok', reader: 'ok', outsider: 'notFound' },
  linkIssues: { member: 'ok', reader: 'ok', outsider: 'notFound' },
};

const cases = (Object.keys(EXPECTED) as Calls[]).flatMap((call) =>
  PEOPLE.map((person) => [call, person, EXPECTED[call][person]] as const),
);

test('the table covers every call', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(WHO_MAY).sort());
});

test.each(cases)('%s by the %s: %s', async (call, person, expected) => {
  const { site, onIssue } = await makeWorld(({ jira }) =>
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'A' }, null),
  );
  const answer = await onIssue(person, 'WEB-1', call, PAYLOADS[call]);
  expect(answer.ok ? 'ok' : answer.error.code).toBe(expected);
  await site.close();
});

test.each(Object.keys(WHO_MAY) as Calls[])('%s does not answer a visitor who is not logged in', async (call) => {
  const { site } = await makeWorld(({ jira }) =>
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'A' }, null),
  );
  const issue = site.jira.issue('WEB-1');
  const context = { extension: { issue: { id: issue.id }, project: { id: issue.project.id } } };
  const answer = await site.runInApp(() => resolver({ call: { functionKey: call, payload: PAYLOADS[call] }, context }));
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  await site.close();
});

test('a reader links nothing, and is told so for each issue', async () => {
  const { site, onProject } = await makeWorld(({ jira }) =>
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'A' }, null),
  );
  const { id } = site.jira.issue('WEB-1');
  expect(await onProject('reader', 'linkIssues', { issueIds: [id], to: { kind: 'run' } })).toMatchObject({
    ok: true,
    data: [{ issueId: id, key: 'WEB-1', outcome: 'forbidden', message: 'You may not edit WEB-1.' }],
  });
  await site.close();
});

test('issues of another project are not linked from this one, even by who may edit them', async () => {
  const { site, onProject } = await makeWorld(({ jira }) => {
    jira.addProject({ key: 'POS', name: 'Tills' });
    jira.createIssue({ project: 'POS', type: 'Story', summary: 'B' }, null);
  });
  const { id } = site.jira.issue('POS-1');
  expect(await onProject('member', 'linkIssues', { issueIds: [id], to: { kind: 'run' } })).toMatchObject({
    data: [{ key: null, outcome: 'notFound' }],
  });
  expect(site.jira.issue('POS-1').appValues).toEqual({});
  await site.close();
});

test('the browser cannot claim another issue: ids come from the context, payloads are checked', async () => {
  const { site, onProject } = await makeWorld();
  for (const issueIds of [
    [],
    ['WEB-1'],
    ['1; DROP TABLE work_item'],
    Array.from({ length: 101 }, (_, id) => String(id)),
  ]) {
    expect(await onProject('member', 'linkIssues', { issueIds, to: { kind: 'run' } })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  }
  await site.close();
});
