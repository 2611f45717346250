import { drawsBelow, seedOf } from '../../random';
import { replay } from '../../../src/domain/suggestions/replay';
import { FIRST_DAY, linked, objective, plainTexts } from './build';

const TOPICS = ['pay', 'find', 'ship', 'return', 'stock', 'price', 'login', 'report', 'label', 'store', 'till', 'mail'];

/**
 * A made history of 250 units over twelve objectives, seeded: people create a few in a row for one objective, then
 * turn to another one. `telling`: of ten units, how many name their objective's topic; the others have words of any
 */
const madeSite = (seed: string, telling: number) => {
  const draw = drawsBelow(2 ** 30, seedOf(seed));
  let place = 0;
  const below = (bound: number): number => draw(place++) % bound;
  let at = 0;
  let [objectiveAt, hours] = [0, 0];
  let left = 0;
  const units = Array.from({ length: 250 }, () => {
    at += 1;
    if (left === 0) {
      [objectiveAt, left] = [below(TOPICS.length), 1 + below(5)];
      hours += 20 + below(60);
    }
    left -= 1;
    hours += 0.1;
    const topic = below(10) < telling ? objectiveAt : below(TOPICS.length);
    return linked(at, hours, `OBJ-${objectiveAt}`, {
      summary: `${TOPICS[topic]} word${below(40)} word${below(40)}`,
      reporter: `person ${below(3) === 0 ? below(6) : objectiveAt % 6}`,
    });
  });
  return { units, objectives: TOPICS.map((title, n) => objective(`OBJ-${n}`, { title, start: FIRST_DAY })) };
};

const figuresOf = (seed: string, telling: number) => {
  const { units, objectives } = madeSite(seed, telling);
  return replay(units, objectives, plainTexts()).figures;
};

test('on a made site suggestions find bursts, words and people, and weigh words less where they tell nothing', () => {
  const telling = figuresOf('made', 7);
  expect(telling.baseline1).toBeLessThan(0.2);
  // A new burst begins at every third unit or so: whoever repeats the last objective is right in two of three.
  expect(telling.top1).toBeGreaterThan(0.8);
  expect(telling.top3).toBeGreaterThan(0.9);
  expect(telling.answeredAt95).toBeGreaterThan(0.6);
  const silent = figuresOf('made', 1);
  expect(silent.top1).toBeGreaterThan(0.6);
  expect(silent.top1).toBeLessThan(telling.top1 ?? 0);
});
