/** Every project in scope, or those that the viewer may browse. */
export type Covers = 'all' | 'browsable';

/**
 * The projects that a viewer's numbers cover: those they may browse; or, for those who see all totals, every project in scope. No
 * arithmetic decides what somebody may infer, because differences over time, of cells and of one's own projects survive it.
 */
export type Coverage = {
  covers: Covers;
  /** ids of the covered projects */
  covered: ReadonlySet<number>;
  /** ids of those of them that the viewer may browse; the others are counted, never named */
  browsable: ReadonlySet<number>;
};

/** What a viewer may see of numbers over projects. `seesTotals`: whether they may see the portfolio */
export type Sight = { coverage: Coverage; seesTotals: boolean };

/** Answers which of these issues a visitor may see: Jira is asked, as the visitor. */
export type Visible = (issues: readonly number[]) => Promise<ReadonlySet<number>>;

/** @param inScope ids of all projects but those that an admin left out */
export const coverageOf = (
  inScope: readonly number[],
  browsable: ReadonlySet<number>,
  seesAllTotals: boolean,
): Coverage => {
  const named = new Set(inScope.filter((project) => browsable.has(project)));
  return seesAllTotals
    ? { covers: 'all', covered: new Set(inScope), browsable: named }
    : { covers: 'browsable', covered: named, browsable: named };
};
