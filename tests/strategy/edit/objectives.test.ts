import type { ObjectiveDraft } from '../../../src/contract';
import { DAY_MS, dataOf } from '../../resolvers/world';
import { DRAFT, eventsOf, FIELD, inEditing, NPS } from '../editing';
import { asDay } from '../../domain/days';

describe('stating an objective', () => {
  test('keeps all of it, and gives new key results ids', () =>
    inEditing(async ({ save, find, strategy }) => {
      expect((await strategy()).nextKey).toBe('OBJ-5');
      const objective: ObjectiveDraft = {
        ...DRAFT,
        title: '  خدمة أسرع 🚀 "schneller"  ',
        description: ' One\r\ntwo\tthree ',
        owner: 'owner',
        parent: 'OBJ-2',
        weight: 0.4,
        perspective: 'internalProcess',
        start: asDay('2026-01-01'),
        target: asDay('2026-12-31'),
        headline: 'both',
        keyResults: [
          NPS,
          { id: null, title: 'Waiting time', unit: '', goal: { kind: 'maintain', low: 0, high: 2.5 }, weight: 2 },
          {
            id: null,
            title: 'To be measured',
            unit: '',
            goal: { kind: 'reach', baseline: null, target: null },
            weight: 0,
          },
        ],
      };
      const saved = await save('OBJ-5', null, objective);
      expect(saved).toMatchObject({
        ...objective,
        key: 'OBJ-5',
        revision: 1,
        archived: false,
        title: 'خدمة أسرع 🚀 "schneller"',
        description: 'One\ntwo\tthree',
        keyResults: objective.keyResults.map((one) => ({ ...one, id: expect.any(Number) as number })),
      });
      expect(await find('OBJ-5')).toEqual(saved);
      expect((await strategy()).objectives.map(({ key }) => key)).toEqual([
        'OBJ-1',
        'OBJ-2',
        'OBJ-3',
        'OBJ-4',
        'OBJ-5',
      ]);
      expect((await strategy()).nextKey).toBe('OBJ-6');
    }));

  test('takes 255 characters of any script for a title', () =>
    inEditing(async ({ save, find }) => {
      const title = '🚀'.repeat(255);
      await save('OBJ-5', null, { title });
      expect((await find('OBJ-5'))?.title).toBe(title);
    }));

  test('brings work alive that carries its key already', () =>
    inEditing(
      async ({ site, ask, save, strategy }) => {
        // Which keys issues carry, hidden ones too, does not show.
        expect((await strategy()).nextKey).toBe('OBJ-5');
        const impact = { key: 'OBJ-7', parent: 'OBJ-1', status: 'active' } as const;
        expect(dataOf(await ask('objectiveImpact', impact))).toMatchObject({
          work: { todo: 1, doing: 0, done: 0 },
          comeAlive: 1,
          becomeStale: 0,
          aboveBefore: [],
          aboveAfter: [{ key: 'OBJ-1' }],
          plannedShareBefore: 0,
        });
        await save('OBJ-7', null, { parent: 'OBJ-1' });
        expect(dataOf(await ask('objectiveImpact', impact))).toMatchObject({ comeAlive: 0, work: { todo: 1 } });
        await site.settle();
        expect(Object.values(site.jira.issue('WEB-1').appValues)).toEqual([{ key: 'OBJ-7', name: 'Serve faster' }]);
      },
      ({ jira }) => {
        const appValues = { [FIELD]: { key: 'OBJ-7', name: 'What it was called' } };
        jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', appValues }, null);
      },
    ));
});

describe('editing an objective', () => {
  test('keeps what was, who changed it and when', () =>
    inEditing(async ({ site, save, find }) => {
      const before = await find('OBJ-2');
      const first = await save('OBJ-2', 1, { keyResults: [NPS] });
      site.clock.advance(DAY_MS);
      await save('OBJ-2', 2, {
        status: 'achieved',
        keyResults: [{ ...NPS, id: first.keyResults[0]?.id ?? 0, unit: 'pts' }],
      });
      const [, second, third] = await site.runInApp(() => eventsOf('OBJ-2'));
      expect(second).toMatchObject({
        revision: 2,
        author: 'editor',
        before: { keyResults: [], objective: { title: before?.title } },
      });
      expect(third).toMatchObject({
        revision: 3,
        day: (second?.day ?? 0) + 1,
        before: { objective: { status: 'active' }, keyResults: [{ unit: 'points' }] },
        after: { objective: { status: 'achieved', owner: 'owner' }, keyResults: [{ unit: 'pts' }] },
      });
      expect(third?.after.keyResults[0]?.id).toBe(second?.after.keyResults[0]?.id);
    }));

  test('keeps how much open work served it then', () =>
    inEditing(
      async ({ site, save }) => {
        await save('OBJ-2', 1, { status: 'dropped' });
        const events = await site.runInApp(() => eventsOf('OBJ-2'));
        expect(events.map(({ openWork }) => openWork)).toEqual([2, 2]);
      },
      ({ jira }) => {
        for (const status of ['To Do', 'In Progress', 'Done']) {
          const appValues = { [FIELD]: { key: 'OBJ-2', name: 'Superior service' } };
          jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', status, appValues }, null);
        }
      },
    ));

  test('without a change changes nothing', () =>
    inEditing(async ({ site, save }) => {
      expect(await save('OBJ-2', 1, {})).toMatchObject({ revision: 1 });
      expect(await site.runInApp(() => eventsOf('OBJ-2'))).toHaveLength(1);
    }));

  test('by two at once: the second is told, and nothing is overwritten', () =>
    inEditing(async ({ ask, find, save }) => {
      await save('OBJ-2', 1, { title: 'Mine' });
      const theirs = { ...DRAFT, title: 'Theirs' };
      expect(await ask('saveObjective', { key: 'OBJ-2', revision: 1, objective: theirs }, 'admin')).toMatchObject({
        ok: false,
        error: { code: 'conflict', message: expect.stringContaining('OBJ-2 was changed by somebody else') as string },
      });
      expect(await find('OBJ-2')).toMatchObject({ title: 'Mine', revision: 2 });
    }));

  test('by two at the same moment: one of them is told', () =>
    inEditing(async ({ ask, find, site }) => {
      const edits = (['editor', 'admin'] as const).map((person) =>
        ask('saveObjective', { key: 'OBJ-2', revision: 1, objective: { ...DRAFT, title: `Of the ${person}` } }, person),
      );
      const answers = await Promise.all(edits);
      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['conflict', 'ok']);
      const winner = answers.find((answer) => answer.ok);
      expect(await find('OBJ-2')).toEqual(winner?.ok && winner.data);
      expect(await site.runInApp(() => eventsOf('OBJ-2'))).toHaveLength(2);
    }));

  test('states one key once, also at the same moment', () =>
    inEditing(async ({ ask, find }) => {
      const answers = await Promise.all(
        (['editor', 'admin'] as const).map((person) =>
          ask('saveObjective', { key: 'OBJ-9', revision: null, objective: { ...DRAFT, title: person } }, person),
        ),
      );
      expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['conflict', 'ok']);
      expect(await find('OBJ-9')).toMatchObject({ revision: 1 });
      expect(await ask('saveObjective', { key: 'obj-9', revision: null, objective: DRAFT })).toMatchObject({
        error: { code: 'conflict', field: 'key', message: 'There is an objective OBJ-9 already.' },
      });
    }));
});
