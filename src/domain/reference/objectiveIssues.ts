import { type ObjectiveIssue, statusOfOutcome } from '../strategy/objectiveIssue';
import { byCodePoint } from '../text';
import { provenanceOf } from '../work/provenance';
import type { WorkItem } from '../work/workItem';

/** An issue as Jira shows it, with the issues that links of the chosen types join it to. */
export type LinkedIssue = WorkItem & { key: string; linked: readonly number[] };

/** Issues, of which some are objectives. `choices`: items that serve by their own links, where those join several */
export type IssuesRead<Item> = { items: Item[]; objectives: ObjectiveIssue[]; choices: number };

/**
 * Makes objectives of the issues of chosen types, and says what links join the others to: of several objectives the
 * first key by code point. What an objective's own field says is not heard. For a past day its twin in production is
 * `objectivesOn`.
 * @param issues those known on the day in question: see `rewind`
 * @param isObjective whether an issue is of a chosen type
 */
export const withObjectiveIssues = <Item extends LinkedIssue>(
  issues: readonly Item[],
  isObjective: (issue: Item) => boolean,
): IssuesRead<Item> => {
  const objectives = new Map(issues.filter(isObjective).map((issue) => [issue.id, issue]));
  const joined = ({ linked }: Item): string[] =>
    [...new Set(linked)].flatMap((id) => objectives.get(id)?.key ?? []).sort(byCodePoint);
  const items = issues.map((issue) =>
    objectives.has(issue.id)
      ? { ...issue, isObjective: true, tag: issue.key, link: null }
      : { ...issue, isObjective: false, link: joined(issue)[0] ?? null },
  );
  const byId = new Map<number, Item>(items.map((item) => [item.id, item]));
  const choosesItself = (item: Item): boolean => {
    const provenance = provenanceOf(item, byId);
    return provenance.kind === 'link' && provenance.source === item.id && joined(item).length > 1;
  };
  return {
    items,
    objectives: [...objectives.values()]
      .map(({ id, key, outcome }) => ({ id, key, status: statusOfOutcome(outcome), parent: parentOf(id, byId) }))
      .sort((a, b) => byCodePoint(a.key, b.key)),
    choices: items.filter(choosesItself).length,
  };
};

/** The nearest issue above one that is an objective, by its key. A circle, or an unknown parent, ends the way up. */
const parentOf = (id: number, byId: ReadonlyMap<number, LinkedIssue>): string | null => {
  const passed = new Set([id]);
  for (let at = above(id, byId); at && !passed.has(at.id); at = above(at.id, byId)) {
    if (at.isObjective) return at.key;
    passed.add(at.id);
  }
  return null;
};

const above = (id: number, byId: ReadonlyMap<number, LinkedIssue>): LinkedIssue | undefined =>
  byId.get(byId.get(id)?.parent ?? -1);
