import fc from 'fast-check';
import { gatheredBy } from '../../../src/domain/gatheredBy';
import { type Finding, findingsOf } from '../../../src/domain/findings';
import { windowEnding } from '../../../src/domain/time/window';
import { anyWorkItems } from '../arbitrary';
import { anyStrategy } from '../arbitraryStrategy';
import { checkIn, done, item, objective } from '../build';
import { found, inputOf, units } from './buildFindings';

describe('not communicated', () => {
  const objectives = [objective('A', { weight: 3 }), objective('B', { weight: 1 })];
  const told = (objective: string, day: number) => checkIn(day, { objective, day, note: 'How it goes' });

  test('is an objective without a note in the cadence: half as harmful while it is worked on', () => {
    const items = [item(1, { outcome: 'doing', tag: 'A' })];
    expect(found('notCommunicated', { objectives, items, checkIns: [told('A', 69)] })).toEqual([
      { harm: 0.1875, evidence: { kind: 'notCommunicated', objective: 'A', newestNote: 69, effort: 1 } },
      { harm: 0.125, evidence: { kind: 'notCommunicated', objective: 'B', newestNote: null, effort: 0 } },
    ]);
  });

  test('is none with a note, whatever a newer check-in leaves out', () => {
    const checkIns = [told('A', 70), checkIn(99, { day: 99 }), told('B', 100)];
    expect(found('notCommunicated', { objectives, checkIns })).toEqual([]);
  });

  test('is none in its first weeks, before its start, below what is not active, or when closed', () => {
    const fresh = [
      objective('A', { start: 71 }),
      objective('B', { start: 200 }),
      objective('OFF', { status: 'dropped' }),
      objective('C', { parent: 'OFF' }),
    ];
    expect(found('notCommunicated', { objectives: fresh })).toEqual([]);
    expect(found('notCommunicated', { objectives: [objective('A', { start: 70 })] })).toHaveLength(1);
  });

  test('is told of the lowest objectives: the ones above are told of through them', () => {
    const deep = [objective('A'), objective('A1', { parent: 'A' }), objective('A2', { parent: 'A' })];
    expect(found('notCommunicated', { objectives: deep, checkIns: [told('A2', 99)] })).toMatchObject([
      { harm: 0.25, evidence: { objective: 'A1' } },
    ]);
  });
});

describe('resources elsewhere', () => {
  const on = (tag: string, count: number, from: number) => units(count, (id) => done(id, 50, { tag }), from);

  test('is an objective that gets a tenth of all effort less than planned', () => {
    const objectives = [objective('A', { weight: 6 }), objective('B', { weight: 4 })];
    expect(found('resourcesElsewhere', { objectives, items: [...on('A', 5, 1), ...on('B', 5, 11)] })).toEqual([
      { harm: 0.1, evidence: { kind: 'resourcesElsewhere', objective: 'A', planned: 0.6, actual: 0.5 } },
    ]);
    expect(found('resourcesElsewhere', { objectives, items: [...on('A', 51, 1), ...on('B', 49, 101)] })).toEqual([]);
  });

  test('is a small one that gets less than half of its share', () => {
    const objectives = [objective('A', { weight: 92 }), objective('B', { weight: 8 })];
    expect(found('resourcesElsewhere', { objectives, items: [...on('A', 97, 1), ...on('B', 3, 101)] })).toMatchObject([
      { harm: 0.05, evidence: { objective: 'B' } },
    ]);
    expect(found('resourcesElsewhere', { objectives, items: [...on('A', 96, 1), ...on('B', 4, 101)] })).toEqual([]);
  });

  test('counts only aligned effort, and is none without any', () => {
    const objectives = [objective('A'), objective('B')];
    expect(found('resourcesElsewhere', { objectives, items: units(9, (id) => done(id, 50)) })).toEqual([]);
  });

  const deep = [objective('A'), objective('A1', { parent: 'A' }), objective('A2', { parent: 'A' }), objective('B')];

  test('names the one below that most of the shortage is of', () => {
    const items = [...on('A2', 3, 1), ...on('B', 7, 11)];
    expect(found('resourcesElsewhere', { objectives: deep, items })).toEqual([
      { harm: 0.25, evidence: { kind: 'resourcesElsewhere', objective: 'A1', planned: 0.25, actual: 0 } },
    ]);
  });

  test('names the one above where those below are short alike', () => {
    const items = [...on('A1', 1, 1), ...on('A2', 1, 2), ...on('B', 8, 11)];
    expect(found('resourcesElsewhere', { objectives: deep, items })).toEqual([
      { harm: 0.3, evidence: { kind: 'resourcesElsewhere', objective: 'A', planned: 0.5, actual: 0.2 } },
    ]);
  });

  test('finds one below short beside its sibling, unless effort on the one above might be meant for it', () => {
    const split = [...on('A2', 5, 1), ...on('B', 5, 11)];
    expect(found('resourcesElsewhere', { objectives: deep, items: split })).toMatchObject([
      { harm: 0.25, evidence: { objective: 'A1' } },
    ]);
    const direct = [...on('A', 5, 1), ...on('B', 5, 11)];
    expect(found('resourcesElsewhere', { objectives: deep, items: direct })).toEqual([]);
  });
});

describe('a silo', () => {
  test('is as harmful as the planned work that waits in other projects', () => {
    const objectives = [objective('A'), objective('A1', { parent: 'A' }), objective('B')];
    const items = [
      item(1, { tag: 'A1' }),
      ...units(3, (id) => item(id, { tag: 'A1', project: 2 }), 2),
      item(5, { tag: 'A1', outcome: 'doing' }),
    ];
    // A is the same silo, and only repeats what is found below it.
    expect(found('silo', { objectives, items })).toEqual([
      {
        harm: 0.375,
        evidence: { kind: 'silo', objective: 'A1', plannedIn: [1, 2], servedBy: 1, elsewhere: 0.75 },
      },
    ]);
    const fresh = [objective('A1', { start: 90 }), objective('B')];
    expect(found('silo', { objectives: fresh, items })).toEqual([]);
  });
});

describe('stuck', () => {
  const blocked = (count: number, tag: string, from: number) =>
    units(count, (id) => item(id, { tag, blocked: true }), from);
  const free = (count: number, tag: string, from: number) =>
    units(count, (id) => item(id, { tag, outcome: 'doing' }), from);

  test('is an objective with a tenth of its open work blocked', () => {
    const objectives = [objective('A'), objective('B')];
    expect(found('stuck', { objectives, items: [...blocked(2, 'A', 1), ...free(18, 'A', 11)] })).toEqual([
      { harm: 0.05, evidence: { kind: 'stuck', objective: 'A', blocked: 2, open: 20 } },
    ]);
    expect(found('stuck', { objectives, items: [...blocked(2, 'A', 1), ...free(19, 'A', 11)] })).toEqual([]);
    expect(found('stuck', { objectives, items: blocked(1, 'A', 1) })).toEqual([]);
  });

  test('names the one below that is stuck, or the one above where all are a little', () => {
    const objectives = [objective('A'), objective('A1', { parent: 'A' }), objective('A2', { parent: 'A' })];
    const one = [...blocked(6, 'A1', 1), ...free(6, 'A2', 11)];
    expect(found('stuck', { objectives, items: one })).toMatchObject([{ harm: 0.5, evidence: { objective: 'A1' } }]);
    const both = [...blocked(2, 'A1', 1), ...free(2, 'A1', 11), ...blocked(2, 'A2', 21), ...free(2, 'A2', 31)];
    expect(found('stuck', { objectives, items: both })).toMatchObject([{ harm: 0.5, evidence: { objective: 'A' } }]);
  });
});

test('the most harmful comes first, and no harm is outside 0…1', () => {
  const anyWeeks = fc.array(
    fc
      .record({
        serves: fc.constantFrom('A', 'B', 'C', 'D', null),
        week: fc.integer({ min: 0, max: 14 }),
        added: fc.nat(9),
        done: fc.nat(9),
      })
      .map(({ serves, week, added, done }) => ({
        project: 1,
        serves,
        week,
        added: { items: added, points: 0, unestimated: added },
        done: { items: done, points: 0, unestimated: done },
      })),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(anyStrategy, anyWorkItems, anyWeeks, (strategy, items, weeks) => {
      const all = findingsOf(inputOf({ ...strategy, items, weeks, window: windowEnding(25, 30), cadenceDays: 5 }));
      const objectiveOf = ({ evidence }: Finding) => ('objective' in evidence ? evidence.objective : evidence.kind);
      // Each objective's together, by its most harmful one.
      const harmsOf = [...gatheredBy(all, objectiveOf).values()].map((own) => own.map(({ harm }) => harm));
      expect(all).toHaveLength(harmsOf.flat().length);
      const changesOfObjective = all.filter((one, at) => objectiveOf(one) !== objectiveOf(all[at - 1] ?? one));
      expect(changesOfObjective).toHaveLength(Math.max(0, harmsOf.length - 1));
      for (const harms of [...harmsOf, harmsOf.map(([first]) => first ?? 0)]) {
        expect(harms).toEqual([...harms].sort((a, b) => b - a));
      }
      for (const { harm } of all) {
        expect(harm).toBeGreaterThan(0);
        expect(harm).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
