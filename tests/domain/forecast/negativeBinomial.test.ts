import fc from 'fast-check';
import { chancesOf, logGamma, type NegativeBinomial } from '../../../src/domain/forecast/negativeBinomial';

const chanceOf = (count: number, of: NegativeBinomial): number => chancesOf(count, of).just;
const chanceOfAtLeast = (count: number, of: NegativeBinomial): number => chancesOf(count, of).atLeast;

test('the gamma function of whole numbers is a factorial, and of ½ the root of π', () => {
  for (const [x, factorial] of [
    [1, 1],
    [5, 24],
    [11, 3_628_800],
  ] as const) {
    expect(logGamma(x)).toBeCloseTo(Math.log(factorial), 8);
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 8);
});

test('with a mean of 1 and a variance of 2 each further one halves the chance: ½, ¼, ⅛', () => {
  const geometric = { mean: 1, variance: 2 };
  expect([0, 1, 2].map((count) => chanceOf(count, geometric))).toEqual(
    [0.5, 0.25, 0.125].map((x) => expect.closeTo(x) as number),
  );
  expect([0, 1, 3].map((count) => chanceOfAtLeast(count, geometric))).toEqual(
    [1, 0.5, 0.125].map((x) => expect.closeTo(x) as number),
  );
});

test('of a very uncertain mean too: at least a million where each further one has a chance of 1 − 10⁻⁶', () => {
  const geometric = { mean: 1e6, variance: 1e6 + 1e12 };
  expect(chanceOfAtLeast(1e6, geometric)).toBeCloseTo(Math.exp(-1), 5);
  expect(chanceOfAtLeast(4e6, geometric)).toBeCloseTo(Math.exp(-4), 5);
});

test('with a variance up to the mean it is Poisson’s: none of 2 with e⁻²', () => {
  for (const variance of [0, 2]) expect(chanceOf(0, { mean: 2, variance })).toBeCloseTo(Math.exp(-2), 5);
});

test('the chances of at least so many are sums of those of just so many, and fall', () => {
  const mean = fc.double({ min: 0.01, max: 300, noNaN: true });
  const spread = fc.double({ min: 0, max: 20, noNaN: true });
  fc.assert(
    fc.property(mean, spread, fc.nat(400), (mean, spread, count) => {
      const of = { mean, variance: mean * (1 + spread) };
      const [here, next] = [chanceOfAtLeast(count, of), chanceOfAtLeast(count + 1, of)];
      expect(here).toBeGreaterThanOrEqual(next - 1e-9);
      expect(here - next).toBeCloseTo(chanceOf(count, of), 6);
    }),
  );
});
