import type { CheckInDraft, ObjectiveDraft } from '../../src/contract';
import { asDay } from '../domain/days';
import { type Editing, inEditing, NPS } from '../strategy/editing';
import { DAY_MS, dataOf, type Person } from './world';

const LOOK = { window: 90, measure: 'items' } as const;
const TODAY = asDay('2026-05-18');

/** Who may see the drafts of OBJ-3, and who may not. */
const INSIDERS = ['editor', 'admin', 'owner'] as const;
const OTHERS = ['member', 'reader', 'outsider'] as const;

const said = (changes: Partial<CheckInDraft>): CheckInDraft => ({
  ...{ objective: 'OBJ-3', day: TODAY, note: null, health: null, decision: null, values: [] },
  ...changes,
});

const detailFor = async ({ ask }: Editing, person: Person, key = 'OBJ-3') => ({
  ...dataOf(await ask('objectiveDetail', { ...LOOK, key }, person)),
  ...dataOf(await ask('objectiveHistory', { key, before: null }, person)),
});
const reviewFor = async ({ ask }: Editing, person: Person) =>
  dataOf(await ask('review', { ...LOOK, since: TODAY - 7 }, person));

/** Everything that a person can read of the strategy's past. */
const everythingFor = async (editing: Editing, person: Person): Promise<string> =>
  JSON.stringify([
    dataOf(await editing.ask('portfolio', LOOK, person)),
    await editing.ask('objectiveDetail', { ...LOOK, key: 'OBJ-3' }, person),
    await editing.ask('objectiveHistory', { key: 'OBJ-3', before: null }, person),
    await editing.ask('olderCheckIns', { key: 'OBJ-3', before: { day: TODAY + 1, id: 0 } }, person),
    await reviewFor(editing, person),
    dataOf(await editing.ask('searchObjectives', { query: '' }, person)),
  ]);

/** Changes OBJ-3, whatever its revision. */
const change = async ({ find, save, site }: Editing, changes: Partial<ObjectiveDraft>) => {
  site.clock.advance(1000);
  return save('OBJ-3', (await find('OBJ-3'))?.revision ?? null, changes);
};

const TITLE = 'Buy the competitor';
const NOTE = 'Nobody may know of the talks';
const DECISION = 'Offer more';

/** OBJ-3 as a draft of the owner, with a secret title, a key result, and two check-ins with values. */
const draft = async (editing: Editing): Promise<number> => {
  const { ask, site } = editing;
  const { keyResults } = await change(editing, {
    title: TITLE,
    owner: 'owner',
    keyResults: [{ ...NPS, title: TITLE }],
  });
  const keyResult = keyResults[0]?.id ?? 0;
  const values = (value: number) => ({ values: [{ keyResult, value }] });
  dataOf(await ask('checkIn', said({ day: TODAY - 2, note: NOTE, health: 'offTrack', ...values(21) }), 'owner'));
  site.clock.advance(1000);
  dataOf(await ask('checkIn', said({ day: TODAY - 1, decision: DECISION, ...values(23) })));
  return keyResult;
};

/** The same objective made active, under a title for everybody. */
const activate = (editing: Editing) =>
  change(editing, { title: 'Grow', status: 'active', keyResults: [{ ...NPS, title: 'Share' }] });

describe('once a draft is active', () => {
  test.each(OTHERS)('the %s learns nothing of what it stated before', (person) =>
    inEditing(async (editing) => {
      await draft(editing);
      const before = await everythingFor(editing, person);
      await activate(editing);
      const after = await everythingFor(editing, person);
      for (const secret of [TITLE, NOTE, DECISION, 'A draft']) {
        expect(before).not.toContain(secret);
        expect(after).not.toContain(secret);
      }
      const { history, checkIns } = await detailFor(editing, person);
      expect(history).toMatchObject([
        { kind: 'changed', author: 'editor', changes: [{ field: 'status', from: 'Draft', to: 'Active' }] },
      ]);
      expect(history[0]?.changes).toHaveLength(1);
      expect(checkIns).toEqual([]);
      // What is hidden is not counted either.
      expect(await detailFor(editing, person)).toMatchObject({ checkInsLeft: 0, left: 0, next: null });
      expect(await reviewFor(editing, person)).toMatchObject({ checkInsLeft: 0, changesLeft: 0 });
      expect((await reviewFor(editing, person)).changes.filter(({ objective }) => objective.key === 'OBJ-3')).toEqual(
        history,
      );
    }),
  );

  test.each(INSIDERS)('the %s goes on seeing all of it', (person) =>
    inEditing(async (editing) => {
      await draft(editing);
      await activate(editing);
      const { history, checkIns } = await detailFor(editing, person);
      expect(history.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'created']);
      expect(JSON.stringify(history)).toContain(TITLE);
      expect(checkIns.map(({ note, decision }) => note ?? decision)).toEqual([DECISION, NOTE]);
      const review = await reviewFor(editing, person);
      expect(review.checkIns).toHaveLength(2);
      expect(review.changes.filter(({ objective }) => objective.key === 'OBJ-3')).toHaveLength(3);
    }),
  );

  test('what is said and changed from then on is for everybody', () =>
    inEditing(async (editing) => {
      await draft(editing);
      await activate(editing);
      editing.site.clock.advance(1000);
      dataOf(await editing.ask('checkIn', said({ note: 'Off we go' }), 'owner'));
      await change(editing, { title: 'Grow fast' });
      const { history, checkIns } = await detailFor(editing, 'reader');
      expect(history[0]?.changes).toEqual([{ field: 'title', from: 'Grow', to: 'Grow fast' }]);
      expect(checkIns.map(({ note }) => note)).toEqual(['Off we go']);
      expect((await reviewFor(editing, 'reader')).checkIns).toHaveLength(1);
    }));

  test('its key results keep their current value, and its other figures rest on what everybody may read', () =>
    inEditing(async (editing) => {
      const { ask, site } = editing;
      const keyResult = await draft(editing);
      await change(editing, { status: 'active', keyResults: [{ ...NPS, id: keyResult }] });
      const figures = async (person: Person) => (await detailFor(editing, person)).objective;
      for (const person of ['reader', 'editor'] as const) {
        expect(await figures(person)).toMatchObject({
          keyResults: [{ current: { day: TODAY - 1, value: 23 }, history: [{ day: TODAY - 1, value: 23 }] }],
          stated: null,
          lastCheckIn: null,
        });
      }
      expect(dataOf(await ask('dueCheckIns', {}, 'owner'))).toMatchObject([{}, { last: null }]);
      const narrative = dataOf(await ask('portfolio', LOOK, 'reader')).factors.communication.objectives;
      expect(narrative.find(({ key }) => key === 'OBJ-3')).toMatchObject({ newest: null, hasNote: false });

      site.clock.advance(1000);
      const now = { health: 'atRisk', values: [{ keyResult, value: 25 }] } as const;
      dataOf(await ask('checkIn', said({ ...now, values: [...now.values] })));
      expect(await figures('reader')).toMatchObject({
        keyResults: [{ current: { value: 25 }, history: [{ day: TODAY, value: 25 }] }],
        stated: { health: 'atRisk' },
        lastCheckIn: TODAY,
      });
    }));

  test('who owned it then and does not now is one of the others, and its owner of today sees what it was', () =>
    inEditing(async (editing) => {
      await draft(editing);
      await change(editing, { status: 'active', owner: 'member' });
      expect((await detailFor(editing, 'owner')).history).toHaveLength(1);
      expect((await detailFor(editing, 'member')).history).toHaveLength(3);
    }));
});

describe('while an active objective is a draft again', () => {
  const SECRET = 'A secret plan';

  const takeBack = async (editing: Editing): Promise<void> => {
    await change(editing, { status: 'active', title: 'Grow', owner: 'owner' });
    dataOf(await editing.ask('checkIn', said({ note: 'In the open' }), 'owner'));
    await change(editing, { status: 'draft', title: SECRET });
    dataOf(await editing.ask('checkIn', said({ note: SECRET }), 'owner'));
    await change(editing, { description: SECRET });
  };

  test.each(OTHERS)('the %s learns of its key no more than that', (person) =>
    inEditing(async (editing) => {
      await takeBack(editing);
      expect(await editing.ask('objectiveDetail', { ...LOOK, key: 'OBJ-3' }, person)).toMatchObject({
        error: { code: 'notFound' },
      });
      const { changes, checkIns } = await reviewFor(editing, person);
      const objective = { key: 'OBJ-3', title: '', status: 'draft' };
      expect(changes.filter((one) => one.objective.key === 'OBJ-3')).toMatchObject([
        { objective, changes: [{ field: 'status', from: 'Active', to: 'Draft' }] },
        { objective, changes: [{ field: 'status', from: 'Draft', to: 'Active' }] },
      ]);
      expect(checkIns).toEqual([]);
      expect(await everythingFor(editing, person)).not.toMatch(/secret plan|Grow|In the open/);
    }),
  );

  test('what was said in the open is there again once it is active, what was said meanwhile is not', () =>
    inEditing(async (editing) => {
      await takeBack(editing);
      await change(editing, { status: 'active', title: 'Grow', description: null });
      for (const person of OTHERS) {
        const { history, checkIns } = await detailFor(editing, person);
        expect(checkIns.map(({ note }) => note)).toEqual(['In the open']);
        expect(history.map(({ changes }) => changes)).toEqual([
          [{ field: 'status', from: 'Draft', to: 'Active' }],
          [{ field: 'status', from: 'Active', to: 'Draft' }],
          [{ field: 'status', from: 'Draft', to: 'Active' }],
        ]);
        expect(await everythingFor(editing, person)).not.toContain(SECRET);
      }
      for (const person of INSIDERS) expect((await detailFor(editing, person)).checkIns).toHaveLength(2);
    }));

  test.each(INSIDERS)('the %s sees all of it', (person) =>
    inEditing(async (editing) => {
      await takeBack(editing);
      const { history, checkIns, objective } = await detailFor(editing, person);
      expect(history).toHaveLength(4);
      expect(checkIns.map(({ note }) => note)).toEqual([SECRET, 'In the open']);
      expect(objective.lastCheckIn).toBe(TODAY);
    }),
  );
});

test('a draft answers no signal: what was decided or changed in it is not told by the answer', () =>
  inEditing(
    async (editing) => {
      const { ask, save, site } = editing;
      await save('OBJ-2', 1, { status: 'draft' });
      site.clock.advance(DAY_MS);
      dataOf(await ask('checkIn', said({ objective: 'OBJ-2', day: TODAY + 1, decision: DECISION }), 'owner'));
      await save('OBJ-2', 2, { weight: 5 });
      // Stale work is signalled over all projects only.
      const { signals } = dataOf(await ask('portfolio', LOOK, 'editor')).factors.adaptability;
      expect(signals).toMatchObject([{ kind: 'stale', objective: 'OBJ-2', answered: null }]);
    },
    ({ jira }) => {
      const appValues = { 'strategic-objective': { key: 'OBJ-2', name: 'Superior service' } };
      jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', appValues }, null);
    },
  ));

test('issues get the title of an objective when it is active, never that of a draft', () =>
  inEditing(
    async (editing) => {
      const { site } = editing;
      const name = () => (Object.values(site.jira.issue('WEB-1').appValues)[0] as { name: string }).name;
      const settled = async () => {
        await site.settle();
        return name();
      };
      await change(editing, { title: TITLE });
      expect(await settled()).not.toBe(TITLE);
      await change(editing, { title: 'Grow' });
      expect(await settled()).toBe('');
      await change(editing, { status: 'active' });
      expect(await settled()).toBe('Grow');
      await change(editing, { status: 'draft', title: TITLE });
      expect(await settled()).not.toBe(TITLE);
    },
    ({ jira }) => {
      const appValues = { 'strategic-objective': { key: 'OBJ-3', name: '' } };
      jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', appValues }, null);
    },
  ));
