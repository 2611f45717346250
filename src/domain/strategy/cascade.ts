import { aboveOf, childrenOf, type Forest, subtreeOf, toForest } from './forest';
import type { ObjectiveOutline, ObjectiveStatus } from './objective';

/** The strategy as a tree. An objective whose parent is unknown, or that is its own ancestor, is at the top. */
export class Cascade {
  private readonly forest: Forest<ObjectiveOutline>;

  constructor(readonly objectives: readonly ObjectiveOutline[]) {
    this.forest = toForest(objectives, (objective) => objective);
  }

  find(key: string): ObjectiveOutline | undefined {
    return this.forest.items.get(key);
  }

  /** The status of a key; `unknown` if the strategy lacks it. */
  readonly statusOf = (key: string): ObjectiveStatus => this.find(key)?.status ?? 'unknown';

  get topLevel(): readonly ObjectiveOutline[] {
    return this.children(null);
  }

  /** The objectives directly below one, or at the top (`null`), in the order of the strategy. */
  children(key: string | null): readonly ObjectiveOutline[] {
    return this.known(childrenOf(this.forest, key));
  }

  /** The objective and its ancestors, nearest first. */
  chain(key: string): ObjectiveOutline[] {
    return this.known([key, ...aboveOf(this.forest, key)]);
  }

  /** The top-level objective that it stands under, or is; `null` if that one is not active, so no plan contains it. */
  activeTop(key: string): string | null {
    const top = this.chain(key).at(-1);
    return top?.status === 'active' ? top.key : null;
  }

  /** The keys of the objective and all below it. */
  subtree(key: string): Set<string> {
    return subtreeOf(this.forest, key);
  }

  /**
   * The planned share of each objective, 0…1: the weights of active siblings, normalised (a missing weight is 0; all
   * missing or 0: equal), multiplied down the cascade. 0 for objectives that are not active or below one that is not.
   */
  plannedShares(): Map<string, number> {
    const shares = new Map<string, number>();
    // Grows while it is walked, so that no cascade is too deep.
    const levels: [siblings: readonly ObjectiveOutline[], whole: number][] = [[this.topLevel, 1]];
    for (const [siblings, whole] of levels) {
      const active = siblings.filter(({ status }) => status === 'active');
      const weights = active.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
      for (const objective of siblings) {
        const own = weights === 0 ? 1 / active.length : (objective.weight ?? 0) / weights;
        const planned = objective.status === 'active' ? whole * own : 0;
        shares.set(objective.key, planned);
        levels.push([this.children(objective.key), planned]);
      }
    }
    return shares;
  }

  private known(keys: readonly string[]): ObjectiveOutline[] {
    return keys.map((key) => this.find(key)).filter((objective) => objective !== undefined);
  }
}
