/**
 * The negative binomial distribution: of events that fall at random, at a rate that is itself uncertain (Poisson with a
 * gamma-distributed mean). `mean` and `variance` are those of the number of events; a variance up to the mean is taken
 * as Poisson's.
 */
export type NegativeBinomial = { mean: number; variance: number };

/** Looked up once: in a sandbox each look-up of `Math` costs a hundred times the call. */
const { abs, exp, log, max, min } = Math;

/** Above this shape it cannot be told from Poisson. */
const MOST_SHAPE = 1e6;
const LEAST_MEAN = 1e-9;
/** A step that changes less than this part ends a fraction. */
const NEGLIGIBLE = 1e-10;
const MOST_STEPS = 10_000;

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
  const series = (at - 0.5) * log(at) - at + HALF_LOG_2PI + (1 / 12 - z * (1 / 360 - z / 1260)) / at;
  return shift === 1 ? series : series - log(shift);
};
const HALF_LOG_2PI = 0.5 * log(2 * Math.PI);

const logFactorials: number[] = [];
const logFactorial = (count: number): number => (logFactorials[count] ??= logGamma(count + 1));

/** The chances of at least so many, and of just so many. */
export type CountChances = { atLeast: number; just: number };

/**
 * The chance of at least so many is a regularized incomplete beta function, I_x(count, shape) with x = mean / (shape + mean). Its
 * continued fraction converges in a few steps on one side of the mean, and that of the other side in the rest
 * (https://dlmf.nist.gov/8.17#v, 8.17.22 and 8.17.4). A sum of terms would need a hundred thousand where the level is very uncertain.
 */
export const chancesOf = (count: number, of: NegativeBinomial): CountChances => {
  const mean = max(of.mean, LEAST_MEAN);
  const shape = shapeOf({ mean, variance: of.variance });
  const odds = mean / (shape + mean);
  const just = justSoMany(count, mean, shape);
  if (count <= 0) return { atLeast: 1, just };
  const isAbove = odds < (count + 1) / (count + shape + 2);
  const atLeast = isAbove
    ? just * betaFraction(count, shape, odds)
    : 1 - just * (count / shape) * betaFraction(shape, count, shape / (shape + mean));
  return { atLeast: max(0, min(1, atLeast)), just };
};

/** The chance of just so many, which takes no fraction. */
export const chanceOfJust = (count: number, of: NegativeBinomial): number => {
  const mean = max(of.mean, LEAST_MEAN);
  return justSoMany(count, mean, shapeOf({ mean, variance: of.variance }));
};

const justSoMany = (count: number, mean: number, shape: number): number =>
  exp(
    logGamma(shape + count) -
      logGamma(shape) -
      logFactorial(count) -
      shape * log(1 + mean / shape) +
      count * log(mean / (shape + mean)),
  );

/** I_x(a, b) = x^a (1 − x)^b / (a B(a, b)) times this, for x below (a + 1) / (a + b + 2). By Lentz's method. */
const betaFraction = (a: number, b: number, x: number): number => {
  let above = 1;
  let below = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = below;
  for (let m = 1; m < MOST_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    above = 1 + even / above;
    below = 1 / (1 + even * below);
    fraction *= above * below;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    above = 1 + odd / above;
    below = 1 / (1 + odd * below);
    const change = above * below;
    fraction *= change;
    if (abs(change - 1) < NEGLIGIBLE) break;
  }
  return fraction;
};
