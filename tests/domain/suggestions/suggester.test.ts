import fc from 'fast-check';
import { chancesOf } from '../../../src/domain/suggestions/chances';
import { evidenceOf } from '../../../src/domain/suggestions/evidence';
import { SIGNALS } from '../../../src/domain/suggestions/signals';
import { Suggester } from '../../../src/domain/suggestions/suggester';
import { Weights } from '../../../src/domain/suggestions/weights';
import { linked, objective, plainTexts } from './build';

describe('chances', () => {
  test('are the softmax of weighted sums: scores ln 3 and 0 give 3 to 1', () => {
    expect(chancesOf([[Math.log(3)], [0]], [1])).toEqual([expect.closeTo(0.75, 12), expect.closeTo(0.25, 12)]);
    expect(chancesOf([[Math.log(3)], [0]], [0])).toEqual([0.5, 0.5]);
    expect(chancesOf([], [1])).toEqual([]);
  });

  test('stay numbers however large the scores', () => {
    expect(chancesOf([[5000], [4000]], [1])).toEqual([1, 0]);
  });
});

describe('weights', () => {
  test('move towards what told the right one, less and less: by hand, 0.05 × ½ ÷ (1 + 0.05 × ¼)', () => {
    const weights = new Weights([0, 0]);
    weights.learn(
      [
        [1, 0],
        [0, 0],
      ],
      [0.5, 0.5],
      0,
    );
    const first = (0.05 * 0.5) / (1 + 0.05 * 0.25);
    expect(weights.current).toEqual([expect.closeTo(first, 12), 0]);
    weights.learn(
      [
        [1, 0],
        [0, 0],
      ],
      [0.5, 0.5],
      0,
    );
    expect((weights.current[0] ?? 0) - first).toBeLessThan(first);
  });

  test('stay as they are where the right one had all the chance', () => {
    const weights = new Weights([0.3]);
    weights.learn([[1], [0]], [1, 0], 0);
    expect(weights.current).toEqual([0.3]);
  });

  test('come to find a signal that always tells, among noise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.double({ min: -1, max: 1, noNaN: true })), { minLength: 60, maxLength: 80 }),
        (past) => {
          const weights = new Weights([0, 0]);
          for (const [first, noise] of past) {
            const evidence = [
              [first ? 1 : -1, noise],
              [first ? -1 : 1, -noise],
            ];
            weights.learn(evidence, chancesOf(evidence, weights.current), first ? 0 : 1);
          }
          expect(weights.current[0]).toBeGreaterThan(0.8);
          expect(Math.abs(weights.current[1] ?? 0)).toBeLessThan(weights.current[0] ?? 0);
        },
      ),
    );
  });
});

describe('evidence', () => {
  const known = (links: ReturnType<typeof linked>[]) => ({
    links,
    used: new Map(links.map(({ objective: key }) => [key, 1])),
    texts: plainTexts(),
  });
  const candidates = [objective('OBJ-1'), objective('OBJ-2')];
  const at = (like: string, links: number) =>
    SIGNALS.findIndex((signal) => signal.like === like && signal.links === links);

  test('is the logarithm of a share: one unit of the same component, a floor of 0.5 each, so 1.5 to 0.5', () => {
    const unit = linked(9, 5, '', { components: ['Cart'] });
    const links = [linked(1, 0, 'OBJ-1', { components: ['Cart', 'Search'] }), linked(2, 1, 'OBJ-2')];
    const [first, second] = evidenceOf(unit, candidates, known(links)).map((row) => row[at('component', 20)] ?? 0);
    expect((first ?? 0) - (second ?? 0)).toBeCloseTo(Math.log(1.5 / 0.5), 12);
  });

  test('fades by half: after ten more units of the same reporter one speaks half as loud', () => {
    const unit = linked(99, 50, '');
    const links = [linked(1, 0, 'OBJ-1'), ...Array.from({ length: 10 }, (_, n) => linked(n + 2, n + 1, 'OBJ-0'))];
    const place = at('reporter', 10);
    const [first, second] = evidenceOf(unit, candidates, known(links)).map((row) => row[place] ?? 0);
    expect((first ?? 0) - (second ?? 0)).toBeCloseTo(Math.log((0.5 + 0.5) / 0.5), 12);
  });

  test('says the same of all where nothing is known', () => {
    for (const row of evidenceOf(linked(1, 0, ''), candidates, known([]))) {
      for (const value of row) expect(value).toBeCloseTo(0, 12);
    }
  });
});

describe('a suggestion', () => {
  const objectives = [objective('OBJ-1', { title: 'Payment' }), objective('OBJ-2', { title: 'Finding shoes' })];
  const taught = () => {
    const suggester = new Suggester(plainTexts());
    for (const [id, key, summary] of [
      [1, 'OBJ-1', 'pay by card'],
      [2, 'OBJ-2', 'search shoes'],
      [3, 'OBJ-1', 'pay later by card'],
    ] as const) {
      suggester.learn(linked(id, id, key, { summary, components: [key === 'OBJ-1' ? 'Cart' : 'Search'] }), key);
    }
    return suggester;
  };

  test('gives the reasons: words in common, the component, what was linked lately', () => {
    const unit = linked(4, 4, '', { summary: 'remember the card', components: ['Cart'] });
    const suggester = taught();
    const [first, second] = suggester.suggest(unit, objectives);
    expect(first?.candidate.key).toBe('OBJ-1');
    expect((first?.chance ?? 0) + (second?.chance ?? 0)).toBeCloseTo(1, 12);
    const reasons = first ? suggester.reasonsFor(unit, first) : [];
    expect(reasons).toContainEqual({
      subject: 'component',
      units: 2,
      newest: linked(3, 3, '').created,
      shared: ['Cart'],
    });
    expect(reasons.length).toBeLessThanOrEqual(3);
  });

  test('follows the words where they speak against what was linked lately', () => {
    const unit = linked(4, 400, '', {
      summary: 'search shoes by colour',
      reporter: 'bob',
      components: ['Search'],
      number: 400,
    });
    const suggester = taught();
    const [first] = suggester.suggest(unit, objectives);
    expect(first?.candidate.key).toBe('OBJ-2');
    const reasons = first ? suggester.reasonsFor(unit, first) : [];
    expect(reasons.find(({ subject }) => subject === 'words')?.shared).toEqual(
      expect.arrayContaining(['search', 'shoes']),
    );
  });

  test('names no word that stands in most texts', () => {
    const suggester = new Suggester(plainTexts());
    for (let id = 1; id <= 10; id += 1) {
      const [key, summary] = id % 2 ? ['OBJ-1', `the card ${id}`] : ['OBJ-2', `the shoes ${id}`];
      suggester.learn(linked(id, id, key, { summary }), key);
    }
    const unit = linked(11, 400, '', { summary: 'the card again', reporter: 'bob', number: 400 });
    const [first] = suggester.suggest(unit, objectives);
    const reasons = first ? suggester.reasonsFor(unit, first) : [];
    expect(reasons.find(({ subject }) => subject === 'words')?.shared).toEqual(['card']);
  });

  test('of nothing is none', () => {
    expect(taught().suggest(linked(4, 4, ''), [])).toEqual([]);
  });
});
