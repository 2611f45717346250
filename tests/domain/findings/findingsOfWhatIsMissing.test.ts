import { findingsOf } from '../../../src/domain/findings';
import type { KeyResult } from '../../../src/domain/strategy/keyResult';
import type { Turn } from '../../../src/domain/strategy/turn';
import { done, item, objective } from '../build';
import { found, inputOf, units } from './buildFindings';

const measured = (of: string): KeyResult => ({
  id: 1,
  objective: of,
  title: 'Shops',
  unit: '',
  weight: null,
  goal: { kind: 'reach', baseline: 0, target: 10 },
});

const turned = (of: string, day: number, before: Turn['statusBefore'] = 'draft'): Turn => ({
  objective: of,
  revision: 1,
  day,
  openWork: 0,
  statusBefore: before,
  statusAfter: 'active',
  changesCourse: false,
});

describe('effort without an objective', () => {
  test('is found from a fifth of the strategic effort, Run the business aside', () => {
    const effort = (unlinked: number, aligned: number) => [
      ...units(aligned, (id) => done(id, 50, { tag: 'A' })),
      ...units(unlinked, (id) => item(id, { outcome: 'doing' }), 101),
      ...units(50, (id) => done(id, 50, { tag: 'RUN' }), 201),
    ];
    const objectives = [objective('A')];
    expect(found('servesNothing', { objectives, items: effort(2, 8) })).toEqual([
      { harm: 0.2, evidence: { kind: 'servesNothing', unlinked: 2, strategic: 10 } },
    ]);
    expect(found('servesNothing', { objectives, items: effort(2, 9) })).toEqual([]);
    expect(found('servesNothing', { objectives, items: units(4, (id) => item(id, { outcome: 'doing' })) })).toEqual([]);
  });
});

describe('a target out of reach', () => {
  const objectives = [objective('A', { target: 130 })];
  // One of four done: three quarters remain.
  const items = [done(1, 50, { tag: 'A' }), ...units(3, (id) => item(id, { tag: 'A' }), 2)];
  const withChance = (chance: number | null) => ({ objectives, items, chances: new Map([['A', chance]]) });

  test('is one with a chance below 15 % to arrive in time, whatever the pace', () => {
    expect(found('outOfReach', withChance(0.1))).toEqual([
      { harm: 0.675, evidence: { kind: 'outOfReach', objective: 'A', target: 130, chance: 0.1, left: 0.75 } },
    ]);
    expect(found('outOfReach', withChance(0.15))).toEqual([]);
    expect(found('outOfReach', withChance(null))).toEqual([]);
    expect(found('outOfReach', { objectives, items })).toEqual([]);
  });
});

describe('not fully stated', () => {
  const objectives = [objective('A', { owner: 'anna', weight: 1 }), objective('B', { owner: null, weight: 1 })];

  test('is an objective without an owner or a key result that can be measured', () => {
    expect(found('notStated', { objectives, keyResults: [measured('A')] })).toEqual([
      { harm: 0.25, evidence: { kind: 'notStated', objective: 'B', missing: ['owner', 'keyResult'] } },
    ]);
    const keyResults = [
      measured('B'),
      { ...measured('A'), goal: { kind: 'reach', baseline: 5, target: null } } as const,
    ];
    expect(found('notStated', { objectives, keyResults }).map(({ evidence }) => evidence)).toEqual([
      { kind: 'notStated', objective: 'A', missing: ['keyResult'] },
      { kind: 'notStated', objective: 'B', missing: ['owner'] },
    ]);
  });

  test('is none before it was active for a cadence, whenever it started', () => {
    const kinds = (events: Turn[]) =>
      findingsOf(inputOf({ objectives: [objective('B', { owner: null, start: 1 })], events })).map(
        ({ evidence }) => evidence.kind,
      );
    expect(kinds([turned('B', 71)])).toEqual([]);
    expect(kinds([turned('B', 71, null)])).toEqual([]);
    expect(kinds([turned('B', 70)])).toEqual(['notCommunicated', 'notStated']);
    // It was active before: it was renamed.
    expect(kinds([turned('B', 71, 'active')])).toEqual(['notCommunicated', 'notStated']);
  });
});

test('the findings of one objective stand together, where its most harmful one stands', () => {
  const objectives = [objective('A', { owner: null, weight: 3 }), objective('B', { owner: null, weight: 2 })];
  const about = findingsOf(inputOf({ objectives })).map(
    ({ evidence }) => 'objective' in evidence && evidence.objective,
  );
  expect(about).toEqual(['A', 'A', 'B', 'B']);
});
