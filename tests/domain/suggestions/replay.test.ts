import fc from 'fast-check';
import { answeredAt, existing, replay } from '../../../src/domain/suggestions/replay';
import { DAY_MS } from '../../../src/domain/time/milliseconds';
import { FIRST_DAY, linked, objective, plainTexts } from './build';

const run = (...[units, objectives]: [Parameters<typeof replay>[0], Parameters<typeof replay>[1]]) =>
  replay(units, objectives, plainTexts());

describe('a replay, by hand', () => {
  const objectives = [objective('OBJ-1'), objective('OBJ-2'), objective('OBJ-3', { start: FIRST_DAY + 2 })];

  test('of nothing has no figures', () => {
    const none = { candidates: null, top1: null, top3: null, baseline1: null, baseline3: null, answeredAt95: null };
    expect(run([], objectives).figures).toEqual({ n: 0, ...none });
  });

  test('chooses among what had started by then, and counts what was used most as the baseline', () => {
    const units = [
      linked(1, 0, 'OBJ-1'), // two to choose from; nothing was used yet, so the baseline says nothing
      linked(2, 1, 'OBJ-1'), // the baseline says OBJ-1: right
      linked(3, 30, 'OBJ-2'), // wrong, and OBJ-2 was not used yet
      linked(4, 60, 'OBJ-2'), // three to choose from; OBJ-1 (2 units) before OBJ-2 (1): second
    ];
    expect(run(units, objectives).figures).toMatchObject({
      n: 4,
      candidates: (2 + 2 + 2 + 3) / 4,
      top3: 1,
      baseline1: 1 / 4,
      baseline3: 2 / 4,
    });
  });

  test('an objective without a start exists once it was used; one that is not active never does', () => {
    const units = [linked(1, 0, 'OBJ-9'), linked(2, 1, 'OBJ-9'), linked(3, 2, 'OBJ-8')];
    const { figures, answers } = run(units, [objective('OBJ-9', { start: null })]);
    expect(figures).toMatchObject({ n: 3, candidates: 2 / 3, top1: 1 / 3, answeredAt95: 0 });
    expect(answers).toEqual([
      { chance: 0, right: false },
      { chance: 1, right: true },
      { chance: 1, right: false },
    ]);
  });

  test('the day of the start counts', () => {
    const day = (days: number) => existing(objectives, new Map(), (FIRST_DAY + days) * DAY_MS).map(({ key }) => key);
    expect(day(1)).toEqual(['OBJ-1', 'OBJ-2']);
    expect(day(2)).toEqual(['OBJ-1', 'OBJ-2', 'OBJ-3']);
  });
});

describe('the largest share answered', () => {
  const answers = (text: string) => [...text].map((mark, at) => ({ chance: 1 - at / 100, right: mark === '+' }));

  test('is counted from the surest down: 3 of 4 right at 0.75, also behind a worse stretch', () => {
    expect(answeredAt(answers('++-+-'), 0.75)).toEqual({ answered: 4, chance: 0.97 });
    expect(answeredAt(answers('-+++'), 0.75)).toEqual({ answered: 4, chance: 0.97 });
    expect(answeredAt(answers('-+'), 0.75)).toBeNull();
    expect(answeredAt([], 0.75)).toBeNull();
  });

  test('has no answer where there was nothing to choose from', () => {
    const none = [...answers('+'.repeat(19)), { chance: 0, right: false }];
    expect(answeredAt(none, 0.95)?.answered).toBe(19);
  });

  test('does not part what is equally sure', () => {
    const equal = [true, true, true, false, false].map((right) => ({ chance: 0.5, right }));
    expect(answeredAt(equal, 0.95)).toBeNull();
  });
});

const keys = fc.constantFrom('OBJ-1', 'OBJ-2', 'OBJ-3', 'OBJ-4');
const history = fc
  .array(
    fc.record({
      hours: fc.integer({ min: 0, max: 400 }),
      objective: keys,
      reporter: fc.constantFrom('ann', 'bob', null),
      components: fc.subarray(['Cart', 'Search']),
      summary: fc.constantFrom('pay by card', 'pay later', 'find shoes', 'shoes by colour', ''),
    }),
    { maxLength: 25 },
  )
  .map((units) => units.map(({ hours, objective: key, ...more }, at) => linked(at + 1, hours, key, more)));
const strategy = ['OBJ-1', 'OBJ-2', 'OBJ-3', 'OBJ-4'].map((key, at) =>
  objective(key, { title: ['payment', 'shoes', 'card', 'by'][at], start: at === 3 ? null : FIRST_DAY + 3 * at }),
);

describe('whatever the history', () => {
  test('nothing of the future is known: what comes later changes no answer', () => {
    fc.assert(
      fc.property(history, history, fc.nat(25), (past, future, cut) => {
        const known = [...past].sort((a, b) => a.created - b.created || a.id - b.id).slice(0, cut);
        const last = known.at(-1)?.created ?? 0;
        const later = future.map((unit) => ({
          ...unit,
          id: unit.id + 1000,
          number: unit.number + 1000,
          created: unit.created + last,
        }));
        const { answers } = run(known, strategy);
        expect(run([...later, ...known], strategy).answers.slice(0, known.length)).toEqual(answers);
      }),
    );
  });

  test('the order in which it is given does not matter', () => {
    fc.assert(
      fc.property(history, (units) => {
        expect(run([...units].reverse(), strategy).answers).toEqual(run(units, strategy).answers);
      }),
    );
  });

  test('figures are shares, the first three hold the first, and no more is answered than there is', () => {
    fc.assert(
      fc.property(
        history.filter(({ length }) => length > 0),
        (units) => {
          const { top1, top3, baseline1, baseline3, answeredAt95 } = run(units, strategy).figures;
          expect(top1).toBeLessThanOrEqual(top3 ?? 0);
          expect(baseline1).toBeLessThanOrEqual(baseline3 ?? 0);
          for (const share of [top3, baseline3, answeredAt95]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
