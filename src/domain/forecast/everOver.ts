import { LEAST_CHANCE, REMEMBERED_CASES } from './experience';

/** Shares of the cases in which open work is over one day, from all to hardly any. */
const SHARES = [1, 0.98, 0.95, 0.9, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1, 0.03];
/** Before anything is known: most likely all is over one day; the other shares are alike. */
const ALL = 0.9;
const PRIOR = SHARES.map((share) => (share === 1 ? ALL : (1 - ALL) / (SHARES.length - 1)));

/** Looked up once: in a sandbox each look-up of `Math` costs a hundred times the call. */
const { exp, log, max } = Math;

/**
 * The chance that open work is over at all. The last units of an objective that nobody works on any more stay open for
 * ever; a rate at which units come, however low, would say that they come one day. Learned by Bayes' rule from earlier
 * forecasts; evidence fades as that of `Experience`.
 */
export class EverOver {
  private evidence: number[] = SHARES.map(() => 0);
  private known: number | null = null;

  /** @param weight what a case tells, 0…1: less where the weeks of several overlap */
  constructor(private readonly weight: number) {}

  /** The chance, 0…1. */
  get chance(): number {
    return (this.known ??= this.mean());
  }

  /**
   * Learns when open work was over.
   * @param below the chance, were it over one day, that it is over before; `upTo`: by then; `null`: it is not over yet
   */
  learn({ below, upTo }: { below: number; upTo: number | null }): void {
    this.evidence = this.evidence.map((evidence, at) => {
      const share = SHARES[at] ?? 1;
      const foresaw = upTo === null ? 1 - share * below : share * (upTo - below);
      return evidence * (1 - 1 / REMEMBERED_CASES) + this.weight * log(max(LEAST_CHANCE, foresaw));
    });
    this.known = null;
  }

  /** What is known at first does not fade. */
  private mean(): number {
    const best = max(...this.evidence);
    const chances = this.evidence.map((evidence, at) => (PRIOR[at] ?? 0) * exp(evidence - best));
    const whole = chances.reduce((sum, chance) => sum + chance, 0);
    return SHARES.reduce((sum, share, at) => sum + (share * (chances[at] ?? 0)) / whole, 0);
  }
}
