/** With fewer hidden projects, subtracting what one may see from a total would reveal them. */
const FEWEST_HIDDEN = 3;

/**
 * What a viewer may see: browsable projects, whether totals over projects are allowed, and which projects have units.
 */
export type Sight = { browsable: ReadonlySet<number>; seesTotals: boolean; withUnits: readonly number[] };

/**
 * The projects that a viewer's totals cover: all; or, if one or two with work are hidden from the viewer, only the
 * browsable ones.
 */
export type TotalsScope = {
  covers: 'all' | 'browsable';
  /** projects with work that the viewer may not browse */
  hidden: ReadonlySet<number>;
  /** projects that the totals leave out */
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
