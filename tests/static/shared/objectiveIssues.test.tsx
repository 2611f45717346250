import { ok, placeJira, placePage } from '../support/bridge';
import { ask, CallError } from '../../../static/src/shared/ask';
import { isInJira, issueKeyOf, UNSEEN } from '../../../static/src/shared/jira/seenObjectives';

const [SEEN, TAKEN, HIDDEN] = ['in-jira-0000000001', 'in-jira-0000000002', 'in-jira-0000000003'];
const ref = (key: string) => ({ key, title: key.startsWith('in-jira-') ? '' : 'Stated', status: 'active' as const });

const begin = () => {
  const sent: unknown[] = [];
  placePage(
    'portfolio',
    {},
    {
      objectiveIssues: () =>
        ok({
          startField: 'customfield_1',
          issues: [
            { key: SEEN, issueId: '1', isTaken: false },
            { key: TAKEN, issueId: '2', isTaken: true },
            { key: HIDDEN, issueId: '3', isTaken: false },
          ],
        }),
      searchObjectives: () => ok([SEEN, TAKEN, HIDDEN, 'OBJ-1'].map((key) => ({ ...ref(key), above: [ref(SEEN)] }))),
      objectiveHistory: (payload) => {
        sent.push(payload);
        return payload.key === SEEN
          ? ok({ history: [], left: 0, next: null })
          : { ok: false, error: { code: 'notFound', message: `No ${SEEN} here.`, reference: 'r' } };
      },
      whyItMatters: () =>
        ok({
          objective: {
            key: SEEN,
            description: null,
            owner: null,
            target: null,
            health: null,
            stated: null,
            chance: null,
          },
          aligns: null,
        }),
    },
  );
  placeJira({
    issues: [
      {
        id: '1',
        key: 'AIM-1',
        fields: { summary: 'Win', assignee: { accountId: 'ann' }, duedate: '1970-01-11', customfield_1: '1970-01-02' },
      },
      { id: '2', key: 'OBJ-1', fields: { summary: 'Grow' } },
    ],
  });
  return sent;
};

describe('objectives that are issues, on a page', () => {
  it('are found at the address of one, before the page has read any', async () => {
    const sent = begin();
    expect(await ask('objectiveHistory', { key: 'AIM-1', before: null })).toEqual({ history: [], left: 0, next: null });
    expect(sent).toEqual([
      { key: 'AIM-1', before: null },
      { key: SEEN, before: null },
    ]);
    const refused = await ask('objectiveHistory', { key: 'AIM-99', before: null }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CallError);
    expect(refused).toMatchObject({ code: 'notFound', message: 'No AIM-1 here.' });
  });

  it('have the keys, summaries, assignees and dates that Jira shows, or are told as ones that cannot be seen', async () => {
    begin();
    const found = await ask('searchObjectives', { query: '' });
    expect(found.map(({ key, title }) => [key, title])).toEqual([
      ['AIM-1', 'Win'],
      ['OBJ-1 (Jira)', 'Grow'],
      [HIDDEN, UNSEEN],
      ['OBJ-1', 'Stated'],
    ]);
    expect(found[3]?.above[0]).toEqual({ key: 'AIM-1', title: 'Win', status: 'active' });
    expect((await ask('whyItMatters', {})).objective).toMatchObject({ key: 'AIM-1', owner: 'ann', target: 10 });
    expect(['AIM-1', 'OBJ-1 (Jira)', HIDDEN ?? '', 'OBJ-1'].map(issueKeyOf)).toEqual([
      'AIM-1',
      'OBJ-1',
      null,
      undefined,
    ]);
    expect(isInJira('OBJ-1')).toBe(false);
  });
});
