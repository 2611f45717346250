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
  let shift = 1;
  let at = x;
  while (at < 8) {
    shift *= at;
    at += 1;
  }
  const z = 1 / (at * at);
  return (at - 0.5) * log(at) - at + HALF_LOG_2PI + (1 / 12 - z * (1 / 360 - z / 1260)) / at - log(shift);
};
const HALF_LOG_2PI = 0.5 * log(2 * Math.PI);

const logFactorials: number[] = [];
const logFactorial = (count: number): number => (logFactorials[count] ??= logGamma(count + 1));

/** The chances of at least so many, and of just so many. */
export type CountChances = { atLeast: number; just: number };

/** Adds up the side of the distribution that the count is on, from the count outwards. */
export const chancesOf = (count: number, of: NegativeBinomial): CountChances => {
  const mean = max(of.mean, LEAST_MEAN);
  const shape = shapeOf({ mean, variance: of.variance });
  const odds = mean / (shape + mean);
  const just = exp(
    logGamma(shape + count) - logGamma(shape) - logFactorial(count) - shape * log(1 + mean / shape) + count * log(odds),
  );
  let sum = 0;
  if (count > mean) {
    let term = just;
    for (let at = count; term > NEGLIGIBLE * sum; at++) {
      sum += term;
      term *= ((shape + at) / (at + 1)) * odds;
    }
    return { atLeast: sum > 1 ? 1 : sum, just };
  }
  let term = just;
  for (let at = count; at > 0 && term > NEGLIGIBLE * sum; at--) {
    term *= at / ((shape + at - 1) * odds);
    sum += term;
  }
  return { atLeast: max(0, 1 - sum), just };
};
