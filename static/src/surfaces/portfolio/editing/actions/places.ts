import type { ListedObjective } from '../../../../../../src/contract';
import { childrenOf, toForest } from '../../../../../../src/domain/strategy/forest';
import { isInJira } from '../../../../shared/jira/seenObjectives';

/** A place in the strategy: `parent`, `null` at the top; `before`, the next sibling, `null` at the end. */
export type Place = { parent: string | null; before: string | null };

/** The siblings that an objective has under a parent, in order, without itself, archived ones and issues. */
export function siblingsUnder(
  objectives: readonly ListedObjective[],
  key: string,
  parent: string | null,
): ListedObjective[] {
  const forest = toForest(objectives, (objective) => objective);
  return childrenOf(forest, parent).flatMap((sibling) => {
    const objective = forest.items.get(sibling);
    return objective && sibling !== key && !objective.archived && !isInJira(sibling) ? [objective] : [];
  });
}

const inSight = (objectives: readonly ListedObjective[], key: string): string[] => {
  const forest = toForest(objectives, (objective) => objective);
  const siblings = childrenOf(forest, forest.parents.get(key) ?? null);
  return siblings.filter((sibling) => sibling === key || !(forest.items.get(sibling)?.archived || isInJira(sibling)));
};

/** The position of an objective among its siblings, archived ones left out: "2 of 4". */
export function positionInWords(objectives: readonly ListedObjective[], key: string): string {
  const siblings = inSight(objectives, key);
  return `${siblings.indexOf(key) + 1} of ${siblings.length}`;
}

/** The place one step up or down, archived siblings left out; `null`: it is the first or the last already. */
export function placeBy(objectives: readonly ListedObjective[], key: string, step: -1 | 1): Place | null {
  const parent = toForest(objectives, (objective) => objective).parents.get(key) ?? null;
  const shown = inSight(objectives, key);
  const at = shown.indexOf(key);
  const to = at + step;
  if (at < 0 || to < 0 || to >= shown.length) return null;
  // One step down is before the sibling after the next.
  return { parent, before: shown[step < 0 ? to : to + 1] ?? null };
}

/** The next sibling that is not archived; `null`: it is the last. */
export function nowBefore(objectives: readonly ListedObjective[], key: string): string | null {
  const siblings = inSight(objectives, key);
  return siblings[siblings.indexOf(key) + 1] ?? null;
}
