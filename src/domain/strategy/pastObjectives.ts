import type { PastItem, PastItems } from '../work/pastItems';
import type { ObjectiveOutline } from './objective';
import type { DatedIssue } from './objectiveIssue';

/** Objectives, and by their keys the issues that some of them are. */
type Strategy = { objectives: readonly ObjectiveOutline[]; issues: ReadonlyMap<string, DatedIssue> };

/**
 * The objectives at the end of a past day, as far as days tell. One that is an issue is left out where that was created
 * later, is active where it ended later, and stands below the objective that is above it today, if that was there. The
 * others are as they are stated today.
 */
export const datedObjectivesOn = ({ objectives, issues }: Strategy, day: number): ObjectiveOutline[] => {
  const isMissing = (key: string): boolean => (issues.get(key)?.created ?? day) > day;
  return objectives.flatMap((objective) => {
    const { key, parent } = objective;
    const issue = issues.get(key);
    if (issue === undefined) return objective;
    if (isMissing(key)) return [];
    const endedLater = issue.ended !== null && issue.ended > day;
    return {
      ...objective,
      status: endedLater ? 'active' : objective.status,
      parent: parent !== null && isMissing(parent) ? null : parent,
    };
  });
};

/**
 * The same where all items are known: one that is an issue stands below the nearest objective that was above it then.
 * `reference/objectiveIssues` with `reference/rewind` says the same.
 * @param items with the issues that are objectives, and all above them
 */
export const objectivesOn = (strategy: Strategy, items: Pick<PastItems, 'get'>, day: number): ObjectiveOutline[] => {
  const known = (id: number | null): PastItem | undefined => {
    const item = id === null ? undefined : items.get(id);
    return item && item.created <= day ? item : undefined;
  };
  return datedObjectivesOn(strategy, day).flatMap((objective) => {
    const dated = strategy.issues.get(objective.key);
    if (dated === undefined) return objective;
    const issue = known(dated.id);
    return issue === undefined ? [] : { ...objective, parent: nearestAbove(issue, known) };
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
