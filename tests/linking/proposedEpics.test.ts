import type { ProposedEpic, ProposedEpics, UnlinkedEpics, Contract } from '../../src/contract';
import { storeDecision } from '../../src/store/strategy/proposedEpics';
import { database } from '../../src/store/sql/database';
import { setLease, takeLease } from '../../src/store/runs/leases';
import { NOW, dataOf, makeWorld, type Person } from '../resolvers/world';
import type { Site } from '../site/site';

const FIELD = 'strategic-objective';

/** WEB-1: an epic with two open stories; WEB-4: one without any; WEB-5: one that serves OBJ-2. */
const load = ({ jira }: Site): void => {
  const create = (type: string, changes = {}) =>
    jira.createIssue({ project: 'WEB', type, summary: `${type}`, ...changes }, null);
  create('Epic');
  create('Story', { parent: 'WEB-1' });
  create('Story', { parent: 'WEB-1' });
  create('Epic');
  create('Epic', { appValues: { [FIELD]: { key: 'OBJ-2', name: 'Superior service' } } });
  create('Epic', { status: 'Done' });
};

const inWorld = async (
  work: (world: {
    site: Site;
    propose: (key: string, note?: string | null, person?: Person) => Promise<ReturnType<Contract['proposeEpic']>>;
    takeBack: (key: string, person?: Person) => Promise<ReturnType<Contract['proposeEpic']>>;
    epics: (person?: Person) => Promise<UnlinkedEpics>;
    listed: (person: Person) => Promise<ProposedEpics>;
    proposals: (person?: Person) => Promise<ProposedEpic[]>;
    decide: (
      key: string,
      decision: Parameters<Contract['decideProposal']>[0]['decision'],
      person?: Person,
    ) => Promise<ReturnType<Contract['decideProposal']>>;
    tagOf: (key: string) => unknown;
  }) => Promise<void>,
): Promise<void> => {
  const { site, onProject, onPortfolio } = await makeWorld(load);
  const idOf = (key: string) => site.jira.issue(key).id;
  await work({
    site,
    propose: (key, note = null, person = 'member') =>
      onProject(person, 'proposeEpic', { issueId: idOf(key), proposal: { note } }),
    takeBack: (key, person = 'member') => onProject(person, 'proposeEpic', { issueId: idOf(key), proposal: null }),
    epics: async (person = 'member') => dataOf(await onProject(person, 'unlinkedEpics', {})),
    listed: async (person) => dataOf(await onPortfolio(person, 'proposedEpics', {})),
    proposals: async (person = 'editor') => dataOf(await onPortfolio(person, 'proposedEpics', {})).issues,
    decide: (key, decision, person = 'editor') =>
      onPortfolio(person, 'decideProposal', { issueId: idOf(key), decision }),
    tagOf: (key) => Object.values(site.jira.issue(key).appValues)[0] ?? null,
  });
  await site.close();
};

test('the project page lists epics that serve nothing and are not over, those with most open work first', () =>
  inWorld(async ({ site, epics }) => {
    const { issues, total } = await epics('reader');
    expect(issues.map(({ id, units, proposal }) => [site.jira.issue(id).key, units, proposal])).toEqual([
      ['WEB-1', 2, null],
      ['WEB-4', 1, null],
    ]);
    expect(total).toBe(2);
  }));

test('who may edit an epic proposes it, puts it right, and takes it back', () =>
  inWorld(async ({ site, propose, takeBack, proposals, epics }) => {
    dataOf(await propose('WEB-1', ' Why not '));
    expect((await epics('reader')).issues[0]?.proposal).toEqual({
      state: 'proposed',
      proposedBy: 'member',
      proposedAt: new Date(NOW).toISOString(),
      note: 'Why not',
      decidedBy: null,
      decidedAt: null,
      reason: null,
      objective: null,
    });
    await propose('WEB-1', 'Because');
    expect(await proposals()).toMatchObject([
      { id: site.jira.issue('WEB-1').id, project: { key: 'WEB', name: 'Web shop' }, proposal: { note: 'Because' } },
    ]);
    dataOf(await takeBack('WEB-1'));
    dataOf(await takeBack('WEB-1'));
    expect(await proposals()).toEqual([]);
  }));

test.each<[string, string, Person, string, string]>([
  ['who may not edit it', 'WEB-1', 'reader', 'forbidden', 'You may not edit WEB-1'],
  ['what is no epic', 'WEB-2', 'member', 'invalid', 'WEB-2 is not an epic'],
  ['what serves an objective', 'WEB-5', 'member', 'conflict', 'WEB-5 serves OBJ-2 already.'],
  ['what is over', 'WEB-6', 'member', 'invalid', 'WEB-6 is over'],
])('%s is refused', (_, key, person, code, message) =>
  inWorld(async ({ propose, proposals }) => {
    expect(await propose(key, null, person)).toMatchObject({
      error: { code, message: expect.stringContaining(message) as string },
    });
    expect(await proposals()).toEqual([]);
  }),
);

test('an epic of another project is not proposed from this one, and one that somebody proposed not by another', () =>
  inWorld(async ({ site, propose }) => {
    site.jira.addProject({ key: 'POS', name: 'Tills' });
    site.jira.createIssue({ project: 'POS', type: 'Epic', summary: 'E' }, null);
    expect(await propose('POS-1')).toMatchObject({ error: { code: 'notFound' } });
    dataOf(await propose('WEB-1'));
    site.jira.setPermissions('WEB', 'reader', 'member');
    expect(await propose('WEB-1', null, 'reader')).toMatchObject({
      error: { code: 'conflict', message: expect.stringContaining('Somebody else has proposed WEB-1') as string },
    });
  }));

test('an undecided proposal is withdrawn or replaced by its proposer and by strategy editors, not by others', () =>
  inWorld(async ({ site, propose, takeBack, epics }) => {
    for (const person of ['reader', 'editor']) site.jira.setPermissions('WEB', person, 'member');
    dataOf(await propose('WEB-1', 'Mine'));
    const shown = async (person: Person) => (await epics(person)).issues[0];
    for (const [person, mayWithdraw] of [
      ['member', true],
      ['reader', false],
      ['editor', true],
    ] as const) {
      expect(await shown(person)).toMatchObject({ mayWithdraw, proposal: { proposedBy: 'member' } });
    }
    expect(await takeBack('WEB-1', 'reader')).toMatchObject({ error: { code: 'forbidden' } });
    expect(await shown('member')).toMatchObject({ proposal: { proposedBy: 'member', note: 'Mine' } });
    dataOf(await propose('WEB-1', 'Better', 'editor'));
    expect(await takeBack('WEB-1', 'member')).toMatchObject({ error: { code: 'forbidden' } });
    expect(await shown('member')).toMatchObject({ proposal: { proposedBy: 'editor', note: 'Better' } });
    dataOf(await takeBack('WEB-1', 'editor'));
    expect(await shown('member')).toMatchObject({ proposal: null, mayWithdraw: false });
  }));

test('of two who propose an epic at once one is told that the other was first', () =>
  inWorld(async ({ site, propose, epics }) => {
    site.jira.setPermissions('WEB', 'reader', 'member');
    const answers = await Promise.all((['member', 'reader'] as const).map((one) => propose('WEB-1', one, one)));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const winner = answers[0]?.ok ? 'member' : 'reader';
    expect((await epics()).issues[0]?.proposal).toMatchObject({ proposedBy: winner, note: winner });
  }));

test('accepting tags the epic, though the editor may not edit it, and its work serves the objective at once', () =>
  inWorld(async ({ site, propose, decide, proposals, epics, tagOf }) => {
    await propose('WEB-1');
    const [decided] = dataOf(await decide('WEB-1', { accept: 'OBJ-2' })).issues;
    expect(decided).toMatchObject({
      id: site.jira.issue('WEB-1').id,
      proposal: {
        state: 'accepted',
        proposedBy: 'member',
        decidedBy: 'editor',
        decidedAt: new Date(NOW).toISOString(),
        objective: { key: 'OBJ-2', title: 'Superior service' },
      },
    });
    expect(tagOf('WEB-1')).toEqual({ key: 'OBJ-2', name: 'Superior service' });
    expect((await epics()).issues.map(({ id }) => site.jira.issue(id).key)).toEqual(['WEB-4']);
    expect(await decide('WEB-1', { decline: null })).toMatchObject({ error: { code: 'conflict' } });
    expect((await proposals())[0]?.proposal.state).toBe('accepted');
  }));

test('declining keeps why, and the epic can be proposed again', () =>
  inWorld(async ({ propose, decide, epics, proposals, tagOf }) => {
    await propose('WEB-1');
    await decide('WEB-1', { decline: ' Not this year ' });
    expect((await epics()).issues[0]?.proposal).toMatchObject({
      state: 'declined',
      decidedBy: 'editor',
      reason: 'Not this year',
    });
    expect(tagOf('WEB-1')).toBeNull();
    await propose('WEB-1', 'Once more');
    expect(await proposals()).toMatchObject([
      { proposal: { state: 'proposed', note: 'Once more', decidedBy: null, decidedAt: null, reason: null } },
    ]);
  }));

test('it is tagged with an active objective or not at all', () =>
  inWorld(async ({ propose, decide, proposals, tagOf }) => {
    await propose('WEB-1');
    for (const key of ['OBJ-3', 'OBJ-4', 'OBJ-77']) {
      expect(await decide('WEB-1', { accept: key })).toMatchObject({ error: { code: 'invalid' } });
    }
    expect(await decide('WEB-4', { accept: 'OBJ-1' })).toMatchObject({ error: { code: 'notFound' } });
    expect([tagOf('WEB-1'), tagOf('WEB-4')]).toEqual([null, null]);
    expect((await proposals())[0]?.proposal.state).toBe('proposed');
  }));

test('what somebody tagged meanwhile is not overwritten', () =>
  inWorld(async ({ site, propose, decide, tagOf }) => {
    await propose('WEB-1');
    site.jira.editIssue(
      'WEB-1',
      { appValues: { [FIELD]: { key: 'OBJ-1', name: 'Win the market' } } },
      { kind: 'user', accountId: 'member' },
    );
    // The event of that edit has not reached the app yet.
    expect(await decide('WEB-1', { accept: 'OBJ-2' })).toMatchObject({
      error: { code: 'conflict', message: expect.stringContaining('WEB-1 serves OBJ-1 meanwhile') as string },
    });
    expect(tagOf('WEB-1')).toMatchObject({ key: 'OBJ-1' });
    // The very same objective only has to be noted.
    expect(dataOf(await decide('WEB-1', { accept: 'OBJ-1' })).issues[0]?.proposal.state).toBe('accepted');
  }));

test('two editors do not decide at once', () =>
  inWorld(async ({ site, propose, decide, tagOf }) => {
    await propose('WEB-1');
    const lease = `proposal ${site.jira.issue('WEB-1').id}`;
    await site.runInApp(() => takeLease(lease, NOW + 1000, NOW));
    expect(await decide('WEB-1', { accept: 'OBJ-2' })).toMatchObject({ error: { code: 'conflict' } });
    expect(tagOf('WEB-1')).toBeNull();
    await site.runInApp(() => setLease(lease, 0));
    dataOf(await decide('WEB-1', { accept: 'OBJ-2' }));
  }));

test('of epics that Jira hides from a strategy editor only the number of undecided ones is told, and none is decided unseen', () =>
  inWorld(async ({ site, propose, listed, decide, tagOf }) => {
    await propose('WEB-1', 'A secret');
    await propose('WEB-4');
    const declined = { by: 'admin', at: NOW, verdict: { state: 'declined', reason: null } } as const;
    await site.runInApp(() => storeDecision({ issue: Number(site.jira.issue('WEB-4').id), ...declined }));
    site.jira.setPermissions('WEB', 'editor', 'none');
    expect(await listed('editor')).toMatchObject({ issues: [], hidden: 1 });
    for (const decision of [{ accept: 'OBJ-2' }, { decline: null }]) {
      expect(await decide('WEB-1', decision)).toMatchObject({ error: { code: 'notFound' } });
    }
    expect(tagOf('WEB-1')).toBeNull();
    expect(await listed('admin')).toMatchObject({ issues: [{ proposal: { state: 'proposed' } }, {}], hidden: 0 });
  }));

test('an epic under a security level that a strategy editor is not in is hidden like one of another project', () =>
  inWorld(async ({ site, propose, listed, decide }) => {
    await propose('WEB-1', 'A secret');
    Object.assign(site.jira.issue('WEB-1'), { visibleTo: ['member', site.jira.appUser.accountId] });
    expect(await listed('editor')).toMatchObject({ issues: [], hidden: 1 });
    expect(await decide('WEB-1', { decline: null })).toMatchObject({ error: { code: 'notFound' } });
  }));

test('what somebody wrote of an epic that Jira hides does not reach the project page', () =>
  inWorld(async ({ site, propose, epics }) => {
    await propose('WEB-1', 'A secret');
    expect(JSON.stringify(await epics('reader'))).toContain('A secret');
    Object.assign(site.jira.issue('WEB-1'), { visibleTo: ['member', site.jira.appUser.accountId] });
    site.clock.advance(5 * 60_000 + 1);
    const seen = await epics('reader');
    expect(seen.issues.map(({ proposal }) => proposal)).toEqual([null, null]);
    expect(JSON.stringify(await epics('member'))).toContain('A secret');
  }));

test('who proposed and who decided are nobody once they are erased', () =>
  inWorld(async ({ site, propose, decide, epics }) => {
    await propose('WEB-1');
    await decide('WEB-1', { decline: null });
    await site.runInApp(() => database.deleteFrom('account').where('account_id', 'in', ['member', 'editor']).execute());
    expect((await epics()).issues[0]?.proposal).toMatchObject({
      state: 'declined',
      proposedBy: null,
      decidedBy: null,
      decidedAt: new Date(NOW).toISOString(),
    });
  }));
