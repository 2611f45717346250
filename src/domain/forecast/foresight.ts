import { Experience } from './experience';
import { Calibration } from './calibration';
import { EverOver } from './everOver';
import type { Standpoint } from './views';

/** The horizons, in weeks, at which earlier forecasts are compared with what came. */
export const HORIZONS = [4, 13] as const;
export type Horizon = (typeof HORIZONS)[number];
const [NEAR, FAR] = HORIZONS;

/** Weeks between two forecasts of a scope. */
export const WEEKS_BETWEEN = 4;

/** After so many weeks it is looked whether what was open had come. */
export const WEEKS_FOR_END = 26;

/** Looked up once: in a sandbox each look-up of `Math` costs a hundred times the call. */
const { log, max, min } = Math;

/** As the weeks of cases overlap, one moves the levels less: by a forty-eighth of an error, not by a thirty-second. */
const SLOWNESS_FAR = 48;

/** What is learned at each horizon; in between and beyond, what those say. */
export class Foresight {
  // Cases of a scope are four weeks apart, so of 13 weeks only 4 are new; and what comes of scopes side by side, or soon
  // after, is alike: half of that counts.
  private readonly near = new Experience({ weight: WEEKS_BETWEEN / NEAR / 2 });
  private readonly far = new Experience({
    weight: WEEKS_BETWEEN / FAR / 2,
    slowness: SLOWNESS_FAR,
    nearer: this.near,
  });

  /** the last open units of a scope often stay open for long, or for ever: how chances that all are over came true */
  private readonly ending = new Calibration();
  // What comes of scopes side by side is alike: half of it counts.
  private readonly everOver = new EverOver(1 / 2);

  at(horizon: Horizon): Experience {
    return horizon === NEAR ? this.near : this.far;
  }

  /**
   * The chance that at least `count` units come in so many weeks (above 0, also parts of one). Up to 4 weeks it is
   * corrected by what was learned over 4, from 13 on by what was learned over 13, in between by both (linear in the
   * logarithm of the weeks).
   */
  chanceThatComes(from: Standpoint, weeks: number, count: number): number {
    const far = min(1, max(0, log(weeks / NEAR) / log(FAR / NEAR)));
    const guess = { from, weeks };
    const byNear = far < 1 ? (1 - far) * this.near.chanceThatComes(guess, count) : 0;
    return far > 0 ? byNear + far * this.far.chanceThatComes(guess, count) : byNear;
  }

  /** The chance that as many units as are open now have come after so many weeks. */
  chanceOfEnd(from: Standpoint, weeks: number): number {
    return from.open <= 0 ? 1 : this.ending.corrected(this.everOver.chance * this.endIfEver(from, weeks));
  }

  /**
   * Learns when an earlier forecast's open units had come.
   * @param weeks the week in which they had; `null`: they had not in `WEEKS_FOR_END`
   */
  learnEnd(from: Standpoint, weeks: number | null, waiting: number): void {
    const below = this.endIfEver(from, weeks === null ? WEEKS_FOR_END : weeks - 1);
    const upTo = weeks === null ? null : this.endIfEver(from, weeks);
    const { chance } = this.everOver;
    this.ending.learn({ below: chance * below, upTo: upTo === null ? 1 : chance * upTo }, waiting);
    this.everOver.learn({ below, upTo });
  }

  /** The chance that the open units have come by then, were they all to come one day. */
  private endIfEver(from: Standpoint, weeks: number): number {
    return weeks <= 0 ? 0 : this.chanceThatComes(from, weeks, from.open);
  }
}
