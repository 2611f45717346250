import type { UnitFacts } from './unitFacts';

const shareOne = (some: readonly string[], others: readonly string[]): number =>
  some.some((one) => others.includes(one)) ? 1 : 0;
const same = (one: string | number | null, other: string | number | null): number =>
  one !== null && one === other ? 1 : 0;

/**
 * In what a unit can be like an earlier one, each from 0 (not alike). `words`: how much their summaries share, as the
 * text index scores it; squared, so that a few rare words count for more than many common ones.
 */
export const LIKENESSES = {
  recency: () => 1,
  parent: (unit, earlier) => same(unit.parent, earlier.parent),
  reporter: (unit, earlier) => same(unit.reporter, earlier.reporter),
  assignee: (unit, earlier) => same(unit.assignee, earlier.assignee),
  component: (unit, earlier) => shareOne(unit.components, earlier.components),
  label: (unit, earlier) => shareOne(unit.labels, earlier.labels),
  sprint: (unit, earlier) => shareOne(unit.sprints, earlier.sprints),
  version: (unit, earlier) => shareOne(unit.versions, earlier.versions),
  type: (unit, earlier) => same(unit.type, earlier.type),
  project: (unit, earlier) => same(unit.project, earlier.project),
  words: (_unit, _earlier, words) => words ** 2,
  /** Keys close to each other were often created together. */
  key: (unit, earlier) => same(unit.project, earlier.project) / (1 + Math.abs(unit.number - earlier.number)) ** 2,
} satisfies Record<string, (unit: UnitFacts, earlier: UnitFacts, words: number) => number>;

export type Likeness = keyof typeof LIKENESSES;
