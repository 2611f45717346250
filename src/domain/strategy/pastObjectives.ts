import { outcomeOn } from '../work/outcomeOn';
import type { PastItem, PastItems } from '../work/pastItems';
import type { ObjectiveOutline } from './objective';
import { statusOfOutcome } from './objectiveIssue';

/** Objectives, and by their keys the issues that some of them are. */
type Strategy = { objectives: readonly ObjectiveOutline[]; issues: ReadonlyMap<string, number> };

/**
 * The objectives at the end of a past day, as far as days tell. One that is an issue is left out where that was created
 * later, is active where it ended later, and stands below the nearest that was above it then. The others are as they
 * are stated today. `reference/objectiveIssues` with `reference/rewind` says the same.
 * @param items with the issues that are objectives, and all above them
 */
export const objectivesOn = (
  { objectives, issues }: Strategy,
  items: Pick<PastItems, 'get'>,
  day: number,
): ObjectiveOutline[] => {
  const known = (id: number | null): PastItem | undefined => {
    const item = id === null ? undefined : items.get(id);
    return item && item.created <= day ? item : undefined;
  };
  return objectives.flatMap((objective) => {
    const id = issues.get(objective.key);
    if (id === undefined) return objective;
    const issue = known(id);
    if (issue === undefined) return [];
    return { ...objective, status: statusOfOutcome(outcomeOn(issue, day)), parent: nearestAbove(issue, known) };
  });
};

/** The key of the nearest objective above an issue. An issue that is not known, or a circle, ends the way up. */
const nearestAbove = (issue: PastItem, known: (id: number | null) => PastItem | undefined): string | null => {
  const passed = new Set([issue.id]);
  for (let at = known(issue.parent); at && !passed.has(at.id); at = known(at.parent)) {
    if (at.isObjective) return at.tag;
    passed.add(at.id);
  }
  return null;
};
