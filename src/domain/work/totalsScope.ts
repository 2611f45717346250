/** With fewer hidden projects than this, the difference between a total and what one may see would tell what they hold. */
const FEWEST_HIDDEN = 3;

/** What a viewer of totals may see: the projects they may browse, whether totals over projects are for them, and which have units. */
export type Sight = { browsable: ReadonlySet<number>; seesTotals: boolean; withUnits: readonly number[] };

/**
 * Which projects a viewer's totals cover: all of them; or, where one or two with work are hidden from the viewer, only those that
 * they may browse.
 */
export type TotalsScope = {
  covers: 'all' | 'browsable';
  /** projects with work that the viewer may not browse */
  hidden: ReadonlySet<number>;
  /** those that the totals leave out */
  leftOut: readonly number[];
  isCovered: (project: number) => boolean;
};

/** @param withWork the projects that have units */
export const totalsScopeOf = (withWork: Iterable<number>, browsable: ReadonlySet<number>): TotalsScope => {
  const hidden = new Set([...withWork].filter((project) => !browsable.has(project)));
  const covers = hidden.size === 0 || hidden.size >= FEWEST_HIDDEN ? 'all' : 'browsable';
  return {
    covers,
    hidden,
    leftOut: covers === 'all' ? [] : [...hidden],
    isCovered: (project) => covers === 'all' || !hidden.has(project),
  };
};
