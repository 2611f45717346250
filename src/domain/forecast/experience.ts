import { gatheredBy } from '../gatheredBy';
import { Calibration } from './calibration';
import { chancesOfJustComing, chancesThatCome, chancesThatJustCome, type Standpoint, type View, VIEWS } from './views';

/** Looked up once: in a sandbox each look-up of `Math` costs a hundred times the call. */
const { exp, log, max } = Math;

/** Evidence fades: what came this many forecasts ago counts about a third (1 ÷ e). */
export const REMEMBERED_CASES = 30;
/** No single surprise rules anything out. */
export const LEAST_CHANCE = 1e-6;
/** Views that weigh less are left out, to be quick. */
const LEAST_WEIGHT = 0.003;

/** A view, and what it weighs. */
type Weighed = { view: View; weight: number };

/** How an experience learns. */
type Learning = {
  /** what a case tells, 0…1: less where the weeks of several overlap */
  weight: number;
  /** how slowly what is stated is corrected: `Calibration` */
  slowness?: number;
  /** what forecasts of fewer weeks taught. Of it counts how much levels change: that is known sooner there. */
  nearer?: Experience;
};

/** What forecasts of fewer weeks tell of how much levels change, as a part of what they tell of their own. */
const OF_NEARER = 0.5;

/** Weights, and how many lessons they were made of. */
type Weights = { lessons: number; views: readonly Weighed[] };

/** A forecast of how many units come in some weeks, before what came is known. */
export type Guess = { from: Standpoint; weeks: number };

/**
 * What a site's earlier forecasts of one kind taught: how well each view foresaw what came, and how forecasts must be
 * corrected. It begins with all views alike and no correction.
 */
export class Experience {
  private readonly evidence = new Float64Array(VIEWS.length);
  private lessons = 0;
  private weighed: Weights | null = null;
  private ofChange: { lessons: number; by: ReadonlyMap<number, number> } | null = null;
  private readonly weight: number;
  private readonly nearer: Experience | null;
  private readonly calibration: Calibration;

  constructor({ weight, slowness, nearer }: Learning) {
    this.weight = weight;
    this.nearer = nearer ?? null;
    this.calibration = new Calibration(slowness);
  }

  /** The chance that at least `count` units come. */
  chanceThatComes(guess: Guess, count: number): number {
    return count <= 0 ? 1 : 1 - this.calibration.corrected(1 - this.uncorrected(guess, count));
  }

  /**
   * Learns what came of a guess that was made with what was known then.
   * @param waiting guesses made since, of which it is not yet known what comes
   */
  learn({ from, weeks }: Guess, came: number, waiting: number): void {
    const weighed = this.weights();
    const chances = chancesThatJustCome(viewsOf(weighed), from, weeks, came);
    let [atLeast, just] = [0, 0];
    chances.forEach((chance, at) => {
      const weight = weighed[at]?.weight ?? 0;
      atLeast += weight * chance.atLeast;
      just += weight * chance.just;
    });
    this.calibration.learn({ below: 1 - atLeast, upTo: 1 - atLeast + just }, waiting);
    chancesOfJustComing(VIEWS, from, weeks, came).forEach((chance, at) => {
      const foresaw = log(max(LEAST_CHANCE, chance));
      this.evidence[at] = (this.evidence[at] ?? 0) * (1 - 1 / REMEMBERED_CASES) + this.weight * foresaw;
    });
    this.lessons += 1;
  }

  /** By the views alone. */
  private uncorrected({ from, weeks }: Guess, count: number): number {
    const weighed = this.weights();
    const chances = chancesThatCome(viewsOf(weighed), from, weeks, count);
    return weighed.reduce((sum, { weight }, at) => sum + weight * (chances[at] ?? 0), 0);
  }

  /** The views by how likely each made what came: Bayes' rule, all alike before. */
  private weights(): readonly Weighed[] {
    const lessons = this.lessons + (this.nearer?.lessons ?? 0);
    if (this.weighed?.lessons !== lessons) this.weighed = { lessons, views: heaviest(this.allEvidence()) };
    return this.weighed.views;
  }

  /** The logarithm of how likely each view made what came. */
  private allEvidence(): readonly number[] {
    const ofChange = this.nearer?.evidenceOfChange();
    return VIEWS.map(({ change }, at) => (this.evidence[at] ?? 0) + OF_NEARER * (ofChange?.get(change) ?? 0));
  }

  /** The same of each `change`: the mean over its views. */
  private evidenceOfChange(): ReadonlyMap<number, number> {
    if (this.ofChange?.lessons !== this.lessons) {
      const by = [...PLACES_BY_CHANGE].map(([change, places]): [number, number] => {
        const best = max(...places.map((at) => this.evidence[at] ?? 0));
        const whole = places.reduce((sum, at) => sum + exp((this.evidence[at] ?? 0) - best), 0);
        return [change, best + log(whole / places.length)];
      });
      this.ofChange = { lessons: this.lessons, by: new Map(by) };
    }
    return this.ofChange.by;
  }
}

/** Where the views of each `change` are among all. */
const PLACES_BY_CHANGE: ReadonlyMap<number, readonly number[]> = gatheredBy(
  [...VIEWS.keys()],
  (at) => VIEWS[at]?.change ?? 0,
);

/** The views by their evidence, without those of next to no weight. All weights are 1 in sum. */
const heaviest = (evidence: readonly number[]): Weighed[] => {
  const best = max(...evidence);
  const all = VIEWS.map((view, at) => ({ view, weight: exp((evidence[at] ?? 0) - best) }));
  const whole = sumOf(all);
  const kept = all.filter(({ weight }) => weight >= LEAST_WEIGHT * whole);
  const rest = sumOf(kept);
  return kept.map((one) => ({ ...one, weight: one.weight / rest }));
};

const viewsOf = (weighed: readonly Weighed[]): View[] => weighed.map(({ view }) => view);

const sumOf = (all: readonly { weight: number }[]): number => all.reduce((sum, { weight }) => sum + weight, 0);
