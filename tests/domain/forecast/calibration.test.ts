import fc from 'fast-check';
import { Calibration } from '../../../src/domain/forecast/calibration';

const at = (place: number) => ({ below: place, upTo: place });

test('corrects nothing before it has learned, and never what is sure', () => {
  const calibration = new Calibration();
  for (const chance of [0, 0.1, 0.5, 0.97, 1]) expect(calibration.corrected(chance)).toBeCloseTo(chance);
  for (let time = 0; time < 500; time++) calibration.learn(at(0.2), 0);
  expect([0, 1].map((chance) => calibration.corrected(chance))).toEqual([0, 1]);
});

test('learns where things come: if all come in the lower half of the scale, that half is all of it', () => {
  const calibration = new Calibration();
  for (let time = 0; time < 2000; time++) calibration.learn(at(((time * 0.618) % 1) / 2), 0);
  expect(calibration.corrected(0.25)).toBeCloseTo(0.5, 1);
  expect(calibration.corrected(0.425)).toBeCloseTo(0.85, 1);
});

test('a count that lies between two chances counts in parts', () => {
  const [point, whole] = [new Calibration(), new Calibration()];
  whole.learn({ below: 0, upTo: 1 }, 0);
  expect(whole.corrected(0.5)).toBeCloseTo(0.5);
  point.learn(at(0.9), 0);
  expect(point.corrected(0.5)).toBeLessThan(0.5);
});

test('each level comes true as often as it says, whatever comes: the errors of 600 add up to few', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (bend, offset) => {
        const calibration = new Calibration();
        const came: number[] = [];
        for (let time = 1; time <= 600; time++) {
          // A forecaster that errs one way, and worse and worse.
          const place = ((offset + time * 0.618_034) % 1) ** (bend * (1 + time / 600));
          came.push(calibration.corrected(place));
          calibration.learn(at(place), 0);
        }
        for (const level of [0.15, 0.5, 0.85]) {
          const share = came.filter((chance) => chance < level).length / came.length;
          // Alone each level would be off by at most 33 ÷ 600; those that cross change places.
          expect(Math.abs(share - level)).toBeLessThan(0.1);
        }
      },
    ),
    { numRuns: 200, seed: 15 },
  );
});
