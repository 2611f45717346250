/**
 * Corrects what forecasts state by how earlier ones came true: adaptive conformal inference (Gibbs and Candès, 2021), for
 * twenty levels at once. A level of 85 % says where on the forecast's own scale (its chance to come below) 85 % of what
 * came lay. Each time that something comes, every level moves a little towards it. Nothing is assumed of how forecasts
 * err; the sum of all errors of a level stays bounded, so that in the long run each level comes true as often as it says.
 */
export class Calibration {
  /** @param slowness how slowly levels move: by an error divided by this. Quicker ones err less in sum and more in each forecast. */
  constructor(private readonly slowness = SLOWNESS) {}

  /**
   * Where each level lies on the forecasts' scale, ascending. Beyond 0…1 too: were it cut there, an error would be
   * forgotten, and a level that always errs one way would go on doing so.
   */
  private places: number[] = Array.from({ length: LEVELS + 1 }, (_, level) => level / LEVELS);

  /** The corrected chance to come below, for a forecast's own. Rises from 0 at 0 to 1 at 1. */
  corrected(chance: number): number {
    if (chance <= 0) return 0;
    if (chance >= 1) return 1;
    const { places } = this;
    let level = 0;
    while (level < LEVELS - 1 && (places[level + 1] ?? 1) <= chance) level++;
    const from = places[level] ?? 0;
    const width = (places[level + 1] ?? 1) - from;
    return min(1, (level + (width > 0 ? min(1, (chance - from) / width) : 1)) / LEVELS);
  }

  /**
   * Learns from what came. Counts are whole, so what came lies between two chances of the forecast: that of less, and
   * that of no more.
   * @param waiting forecasts made since that one, of which it is not yet known what comes: while many wait, each moves
   * the levels less, so that they do not swing
   */
  learn({ below, upTo }: { below: number; upTo: number }, waiting: number): void {
    const step = 1 / (waiting + this.slowness);
    this.places = this.places
      .map((place, level) => {
        if (level === 0 || level === LEVELS) return place;
        const held = upTo > below ? min(1, max(0, (place - below) / (upTo - below))) : Number(place > below);
        return place + step * (level / LEVELS - held);
      })
      .sort((a, b) => a - b);
  }
}

const LEVELS = 20;
const SLOWNESS = 32;

/** Looked up once: in a sandbox each look-up of `Math` costs a hundred times the call. */
const { max, min } = Math;
