/**
 * The negative binomial distribution: of events that fall at random, at a rate that is itself uncertain (Poisson with a
 * gamma-distributed mean). `mean` and `variance` are those of the number of events; a variance up to the mean is taken
 * as Poisson's.
 */
export type NegativeBinomial = { mean: number; variance: number };

/** Looked up once: in a sandbox each look-up of `Math` costs a hundred times the call. */
const { exp, log, max } = Math;

/** Above this shape it cannot be told from Poisson. */
const MOST_SHAPE = 1e6;
const LEAST_MEAN = 1e-9;
/** Terms that add less than this part of the sum end it. */
const NEGLIGIBLE = 1e-10;

const shapeOf = ({ mean, variance }: NegativeBinomial): number =>
  variance - mean <= (mean * mean) / MOST_SHAPE ? MOST_SHAPE : (mean * mean) / (variance - mean);

/** Logarithm of the gamma function, for x > 0: Stirling's series above 8, below by Γ(x + 1) = x Γ(x). */
export const logGamma = (x: number): number => {
  let shift = 0;
  let at = x;
  while (at < 8) {
    shift -= log(at);
    at += 1;
  }
  const z = 1 / (at * at);
  return shift + (at - 0.5) * log(at) - at + HALF_LOG_2PI + (1 / 12 - z * (1 / 360 - z / 1260)) / at;
};
const HALF_LOG_2PI = 0.5 * log(2 * Math.PI);

/** The chance of just so many. */
export const chanceOf = (count: number, of: NegativeBinomial): number => {
  const mean = max(of.mean, LEAST_MEAN);
  const shape = shapeOf({ ...of, mean });
  return exp(
    logGamma(shape + count) -
      logGamma(shape) -
      logGamma(count + 1) -
      shape * log(1 + mean / shape) -
      count * log(1 + shape / mean),
  );
};

/** The chance of at least so many. It adds up the side of the distribution that the count is on, from the count outwards. */
export const chanceOfAtLeast = (count: number, of: NegativeBinomial): number => {
  if (count <= 0) return 1;
  const mean = max(of.mean, LEAST_MEAN);
  const shape = shapeOf({ ...of, mean });
  const odds = mean / (shape + mean);
  if (count > mean) {
    let sum = 0;
    let term = chanceOf(count, of);
    for (let at = count; term > NEGLIGIBLE * sum; at++) {
      sum += term;
      term *= ((shape + at) / (at + 1)) * odds;
    }
    return sum > 1 ? 1 : sum;
  }
  let sum = 0;
  let term = chanceOf(count - 1, of);
  for (let at = count - 1; at >= 0 && term > NEGLIGIBLE * sum; at--) {
    sum += term;
    term *= at / (shape + at - 1) / odds;
  }
  return max(0, 1 - sum);
};
