import { eachWeekDrawnAlone } from './presentMethod';
import { cameTrue, type Chances, lossOfOneNumber, quantileLoss, stated } from './scoring';

/** At least 1 with 90 %, at least 2 with 60 %, 3 with 20 %: so 0 with 10, 1 with 30, 2 with 40, 3 with 20 %. */
const CHANCES = [1, 0.9, 0.6, 0.2];
const forecast: Chances = (count) => CHANCES[count] ?? 0;

test('stated is the largest number that is reached with at least that chance', () => {
  expect([0.5, 0.85, 0.9, 0.95].map((chance) => stated(forecast, chance))).toEqual([2, 1, 1, 0]);
});

test('more than stated came true, less did not, and just that many did in part', () => {
  expect([0, 1, 2].map((came) => cameTrue(forecast, 0.85, came))).toEqual([0, expect.closeTo((0.85 - 0.6) / 0.3), 1]);
  expect(cameTrue(forecast, 0.5, 2)).toBeCloseTo((0.5 - 0.2) / 0.4);
});

test.each([0.5, 0.85, 0.95])('what comes as the forecast says came true in %s of the cases', (chance) => {
  const share = CHANCES.reduce((sum, atLeast, came) => {
    const just = atLeast - (CHANCES[came + 1] ?? 0);
    return sum + just * cameTrue(forecast, chance, came);
  }, 0);
  expect(share).toBeCloseTo(chance);
});

test('the loss of one number is half of how far it is off, over all quantiles', () => {
  expect([lossOfOneNumber(3, 5), lossOfOneNumber(5, 3), lossOfOneNumber(4, 4)]).toEqual([
    expect.closeTo(1),
    expect.closeTo(1),
    0,
  ]);
  expect(quantileLoss((count) => (count <= 3 ? 1 : 0), 5)).toBeCloseTo(1);
});

test('a forecast that knows the odds loses less than its mean: of 0 or 4, quantiles up to ½ say 0, those above 4', () => {
  const coin: Chances = (count) => (count <= 0 ? 1 : count <= 4 ? 0.5 : 0);
  // If 4 come, the ten quantiles up to 0.5 lose q × 4: the sum of 0.05 … 0.5 is 2.75.
  expect(quantileLoss(coin, 4)).toBeCloseTo((2.75 * 4) / 19);
  expect(lossOfOneNumber(2, 4)).toBeGreaterThan(quantileLoss(coin, 4));
});

test('the method before draws each week alone: 0 or 2 in two weeks make 0, 2 or 4', () => {
  const chances = eachWeekDrawnAlone([0, 2], 2);
  expect([0, 1, 2, 3, 4, 5].map(chances)).toEqual([1, 0.75, 0.75, 0.25, 0.25, 0]);
});
