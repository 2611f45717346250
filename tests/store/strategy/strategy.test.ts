import type { Proposer } from '../../../src/domain/strategy/proposal';
import type { KeyResult } from '../../../src/domain/strategy/keyResult';
import type { ObjectiveState } from '../../../src/domain/strategy/strategyEvent';
import { applyPendingEvents } from '../../../src/store/strategy/applyEvents';
import {
  proposalsFor,
  latestProposals,
  removeProposal,
  storeDecision,
  storeProposal,
} from '../../../src/store/strategy/proposedEpics';
import { newestCheckInDays, storeCheckIn } from '../../../src/store/strategy/checkIns';
import { storeRevisedKeyResults } from '../../../src/store/strategy/keyResults';
import { objectiveIds, storePlaces, storeRevised } from '../../../src/store/strategy/objectives';
import {
  finishTitleUpdates,
  hasTitleUpdates,
  readyTitleUpdates,
  startTitleUpdates,
  storeTitleProgress,
} from '../../../src/store/strategy/titleUpdates';
import { statedObjectives, statedRows, statedStrategy } from '../../../src/store/strategy/statedStrategy';
import { type NewEvent, storeEvents } from '../../../src/store/strategy/strategyEvents';
import { checkIn, keyResult, objective } from '../../domain/build';
import { onEachEngine } from '../onEachEngine';
import { allCheckIns, strategyEvents } from '../../strategy/allTexts';

jest.setTimeout(60_000);

const idOf = async (key: string): Promise<number> => (await objectiveIds([key])).ids.get(key) ?? 0;

/** Keeps a change of an objective, so that it is to be applied; name what differs. */
const keep = async (after: ObjectiveState, changes: Partial<NewEvent> = {}): Promise<number[]> => {
  const id = await idOf(after.objective.key);
  const event = { revision: 1, at: 1, day: 0, author: 'ann', before: null, openWork: 0, places: [], carried: false };
  return storeEvents([{ ...event, objective: id, after, ...changes }]);
};

const state = (key: string, changes: Parameters<typeof objective>[1] = {}, keyResults: KeyResult[] = []) => ({
  objective: objective(key, changes),
  keyResults,
});

onEachEngine((inDatabase) => {
  test('a change is kept whole, and applied whole', () =>
    inDatabase(async () => {
      const after = state(
        'A',
        {
          owner: 'olga',
          description: 'Line 1\nLine "2" 🚀 نص',
          weight: 0.1,
          start: 3,
          target: 9,
          perspective: 'customer',
        },
        [
          keyResult(11, { goal: { kind: 'reach', baseline: -0.1, target: 1e15 / 3 }, weight: 1.5 }),
          keyResult(12, { goal: { kind: 'maintain', low: -2.5, high: 7 } }),
          keyResult(13, { goal: { kind: 'reach', baseline: null, target: null }, unit: '' }),
        ],
      );
      expect(await keep(after, { places: [{ objective: await idOf('A'), position: 4 }] })).toEqual([]);
      expect(await statedRows()).toEqual([]);
      await applyPendingEvents();
      const [row] = await statedRows();
      expect(row).toEqual({ id: await idOf('A'), revision: 1, position: 4, ...after });
      const outline = { ...after.objective, description: true };
      expect(await statedStrategy()).toMatchObject({
        objectives: [outline],
        keyResults: after.keyResults,
        description: null,
      });
      expect((await statedStrategy('A')).description).toBe(after.objective.description);
      expect((await statedStrategy()).servedKey(row?.id ?? 0)).toBe('A');
      expect(await statedObjectives()).toEqual([outline]);
      expect(await strategyEvents(0)).toEqual([
        { objective: 'A', revision: 1, at: 1, day: 0, author: 'ann', before: null, after, openWork: 0 },
      ]);
      expect(await strategyEvents(1)).toEqual([]);
      expect(await strategyEvents(1, 'B')).toEqual([]);
    }));

  test('of two changes of one revision one is kept; the same one twice is kept once, and not too late', () =>
    inDatabase(async () => {
      const mine = state('A', { title: 'Mine' });
      expect(await keep(mine)).toEqual([]);
      expect(await keep(mine)).toEqual([]);
      expect(await keep(state('A', { title: 'Theirs' }), { at: 2 })).toEqual([await idOf('A')]);
      await applyPendingEvents();
      expect((await statedRows()).map(({ objective: { title } }) => title)).toEqual(['Mine']);
    }));

  test('what is applied late overwrites nothing that is newer', () =>
    inDatabase(async () => {
      await keep(state('A', { title: 'One' }, [keyResult(1), keyResult(2)]));
      await keep(state('A', { title: 'Two', owner: 'olga' }, [keyResult(2, { title: 'Second' }), keyResult(3)]), {
        revision: 2,
      });
      await applyPendingEvents();
      const after = await statedRows();
      expect(after).toMatchObject([{ revision: 2, objective: { title: 'Two' }, keyResults: [{ id: 2 }, { id: 3 }] }]);

      // A function that was held up before it applied the first change goes on now.
      const id = await idOf('A');
      await storeRevisedKeyResults([{ objective: id, revision: 1, keyResults: [keyResult(1), keyResult(2)] }]);
      await storeRevised([{ id, revision: 1, owner: null, objective: objective('A', { title: 'One' }) }]);
      expect(await statedRows()).toEqual(after);
    }));

  test('key results come and go with a change, those of other objectives stay', () =>
    inDatabase(async () => {
      await keep(state('A', {}, [keyResult(1), keyResult(2)]));
      await keep(state('B', {}, [keyResult(3, { objective: 'B' })]));
      await applyPendingEvents();
      await keep(state('A', {}, []), { revision: 2 });
      await applyPendingEvents();
      expect((await statedStrategy()).keyResults.map(({ id }) => id)).toEqual([3]);
    }));

  test('the strategy is in its order, each text once, however long they are together', () =>
    inDatabase(async () => {
      const long = '🚀'.repeat(9_000);
      const keys = Array.from({ length: 110 }, (_, index) => `K-${index}`);
      for (const [index, key] of keys.entries()) {
        await keep(
          state(key, { description: long }, [
            keyResult(index * 2 + 1, { objective: key }),
            keyResult(index * 2 + 2, { objective: key }),
          ]),
        );
      }
      await applyPendingEvents();
      const { ids } = await objectiveIds(keys);
      const reversed = [...keys].reverse();
      await storePlaces(reversed.map((key, position) => ({ objective: ids.get(key) ?? 0, position })));
      const rows = await statedRows();
      expect(rows.map((row) => row.objective.key)).toEqual(reversed);
      expect(rows.every((row) => row.objective.description === long && row.keyResults.length === 2)).toBe(true);
      expect(await strategyEvents(0)).toHaveLength(110);
    }));

  test('a title is brought to issues where they carry another one', () =>
    inDatabase(async () => {
      await keep(state('NEW'));
      await keep(state('CARRIED'), { carried: true });
      expect(await applyPendingEvents()).toBe(true);
      expect((await readyTitleUpdates()).map(({ key, title }) => [key, title])).toEqual([
        ['CARRIED', 'Title of CARRIED'],
      ]);
      const [first] = await readyTitleUpdates();
      await finishTitleUpdates(first ? [first] : []);
      expect(await hasTitleUpdates()).toBe(false);

      await keep(state('NEW', { weight: 2 }), { revision: 2 });
      expect(await applyPendingEvents()).toBe(false);
      await keep(state('NEW', { title: 'Another' }), { revision: 3 });
      expect(await applyPendingEvents()).toBe(true);
      expect(await readyTitleUpdates()).toMatchObject([{ key: 'NEW', title: 'Another' }]);
    }));

  test('a title that was changed again while it was brought is brought from the start', () =>
    inDatabase(async () => {
      const id = await idOf('A');
      await startTitleUpdates([id]);
      const started = await readyTitleUpdates();
      await startTitleUpdates([id]);
      await storeTitleProgress(started, 100);
      await finishTitleUpdates(started);
      const [again] = await readyTitleUpdates();
      expect(again?.after).toBeLessThan(0);
      await storeTitleProgress(again ? [again] : [], 100);
      expect(await readyTitleUpdates()).toMatchObject([{ objective: id, after: 100 }]);
    }));

  test('a title waits for the change that brings it', () =>
    inDatabase(async () => {
      await keep(state('A'));
      await applyPendingEvents();
      await startTitleUpdates([await idOf('A')]);
      await keep(state('A', { title: 'Another' }), { revision: 2 });
      expect(await readyTitleUpdates()).toEqual([]);
      await applyPendingEvents();
      expect(await readyTitleUpdates()).toMatchObject([{ title: 'Another' }]);
    }));

  test('check-ins come back as they were said', () =>
    inDatabase(async () => {
      await keep(state('A'));
      await applyPendingEvents();
      const id = await idOf('A');
      const said = {
        note: 'Zeile\n"zwei" 🚀',
        decision: 'Go on',
        health: 'atRisk' as const,
        values: new Map([[7, -0.25]]),
        ofDraft: false,
      };
      const blank = checkIn(0);
      await storeCheckIn(id, { ...blank, ...said, id: 1_700_000_000_000_123, day: 5, at: 99, author: 'olga' });
      const ofDraft = { ...blank, id: 1_700_000_000_000_124, day: 9, at: 100, author: null, ofDraft: true };
      await storeCheckIn(id, ofDraft);
      expect(await allCheckIns()).toEqual([
        { ...said, id: 1_700_000_000_000_123, objective: 'A', day: 5, at: 99, author: 'olga' },
        { ...ofDraft, objective: 'A' },
      ]);
      expect(await newestCheckInDays()).toEqual(new Map([['A', 5]]));
    }));

  test('a proposal is decided once, and can be made again then', () =>
    inDatabase(async () => {
      const [ann, bob] = ['ann', 'bob'].map((account) => ({ account, mayEdit: false })) as [Proposer, Proposer];
      const proposal = { issue: 5, project: 1, by: ann, at: 1, note: 'Why not' };
      await storeProposal(proposal);
      await storeProposal({ ...proposal, issue: 6, at: 2, note: null });
      const verdict = { state: 'declined', reason: 'Not now' } as const;
      expect(await storeDecision({ issue: 6, by: 'ed', at: 3, verdict })).toBe(true);
      expect(await storeDecision({ issue: 6, by: 'eve', at: 4, verdict })).toBe(false);
      expect(await latestProposals(9)).toMatchObject([
        {
          issue: 5,
          state: 'proposed',
          proposedBy: 'ann',
          note: 'Why not',
          decidedBy: null,
          decidedAt: null,
          reason: null,
        },
        { issue: 6, state: 'declined', decidedBy: 'ed', decidedAt: 3, reason: 'Not now' },
      ]);
      await removeProposal(5, bob);
      expect(await proposalsFor([5])).toHaveLength(1);
      await removeProposal(5, ann);
      await removeProposal(6, { ...bob, mayEdit: true });
      await storeProposal({ ...proposal, issue: 6, by: bob, at: 9 });
      expect(await latestProposals(9)).toMatchObject([
        { issue: 6, state: 'proposed', proposedBy: 'bob', decidedBy: null, decidedAt: null, reason: null },
      ]);
      const id = await idOf('A');
      await storeDecision({ issue: 6, by: 'ed', at: 10, verdict: { state: 'accepted', objective: id } });
      expect(await proposalsFor([5, 6])).toMatchObject([{ issue: 6, state: 'accepted', objective: 'A' }]);
    }));
});
