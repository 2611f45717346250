import type { Objective, ObjectiveStatus } from './objective';

/** The strategy as a tree. An objective whose parent is unknown, or that is its own ancestor, is top-level. */
export class Cascade {
  private readonly byKey: ReadonlyMap<string, Objective>;
  private readonly childrenOf: ReadonlyMap<string | null, readonly Objective[]>;

  constructor(readonly objectives: readonly Objective[]) {
    this.byKey = new Map(objectives.map((objective) => [objective.key, objective]));
    const children = new Map<string | null, Objective[]>();
    for (const objective of objectives) {
      const parent = this.parentOf(objective)?.key ?? null;
      const siblings = children.get(parent);
      if (siblings) siblings.push(objective);
      else children.set(parent, [objective]);
    }
    this.childrenOf = children;
  }

  find(key: string): Objective | undefined {
    return this.byKey.get(key);
  }

  /** `unknown` for a key that the strategy does not have. */
  readonly statusOf = (key: string): ObjectiveStatus => this.byKey.get(key)?.status ?? 'unknown';

  get topLevel(): readonly Objective[] {
    return this.children(null);
  }

  /** The objectives directly below one, in the strategy's order. */
  children(key: string | null): readonly Objective[] {
    return this.childrenOf.get(key) ?? [];
  }

  /** The objective and those above it, nearest first. */
  chain(key: string): Objective[] {
    const chain: Objective[] = [];
    for (let at = this.byKey.get(key); at; at = this.parentOf(at)) chain.push(at);
    return chain;
  }

  /** The key of the top-level objective that it stands under, or is; `null` where that one is not active: no plan holds it. */
  activeTop(key: string): string | null {
    const top = this.chain(key).at(-1);
    return top?.status === 'active' ? top.key : null;
  }

  /** The keys of the objective and of all below it. */
  subtree(key: string): Set<string> {
    const keys = new Set([key]);
    // A set grows while it is walked, so this reaches every level.
    for (const at of keys) for (const child of this.children(at)) keys.add(child.key);
    return keys;
  }

  /**
   * The planned share of each objective, 0…1: the weights of active siblings, normalised (a missing weight is 0; all missing
   * or 0 means equal), and down the cascade the product. 0 for what is not active, or below something that is not.
   */
  plannedShares(): Map<string, number> {
    const shares = new Map<string, number>();
    const share = (siblings: readonly Objective[], whole: number): void => {
      const active = siblings.filter(({ status }) => status === 'active');
      const weights = active.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
      for (const objective of siblings) {
        const own = weights === 0 ? 1 / active.length : (objective.weight ?? 0) / weights;
        const planned = objective.status === 'active' ? whole * own : 0;
        shares.set(objective.key, planned);
        share(this.children(objective.key), planned);
      }
    };
    share(this.topLevel, 1);
    return shares;
  }

  private parentOf(objective: Objective): Objective | undefined {
    return this.isOwnAncestor(objective) ? undefined : this.byKey.get(objective.parent ?? '');
  }

  private isOwnAncestor({ key, parent }: Objective): boolean {
    const passed = new Set<string>();
    for (let at = parent; at !== null && !passed.has(at); at = this.byKey.get(at)?.parent ?? null) {
      if (at === key) return true;
      passed.add(at);
    }
    return false;
  }
}
