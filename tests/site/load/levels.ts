/** An issue's type and its parent's, from which levels are derived. `null`: no parent, or not in the export */
export type TypeAndParent = { type: string; parentType: string | null };

const same = (type: string) => type.trim().toLowerCase();

/**
 * The hierarchy level of every issue type, by name in lower case: an export does not contain it. The first rule that
 * applies wins. Epic is 1. Sub-task or Subtask is −1, and so is a type with more than half of its parented issues under
 * a type that is neither Epic nor has epics as children. A type with epics as children is 2. Every other is 0.
 * @param issues the whole export
 */
export function hierarchyLevels(issues: Iterable<TypeAndParent>): Map<string, number> {
  const children = new Map<string, Map<string, number>>();
  const overEpics = new Set<string>();
  for (const issue of issues) {
    const type = same(issue.type);
    const counts = children.get(type) ?? new Map<string, number>();
    children.set(type, counts);
    if (issue.parentType === null) continue;
    const parentType = same(issue.parentType);
    counts.set(parentType, (counts.get(parentType) ?? 0) + 1);
    if (type === 'epic') overEpics.add(parentType);
  }
  const levelOf = (type: string, parents: Map<string, number>): number => {
    if (type === 'epic') return 1;
    if (type === 'sub-task' || type === 'subtask') return -1;
    const counts = [...parents];
    const sum = (some: [string, number][]) => some.reduce((total, [, count]) => total + count, 0);
    const below = sum(counts.filter(([parentType]) => parentType !== 'epic' && !overEpics.has(parentType)));
    if (below * 2 > sum(counts)) return -1;
    return overEpics.has(type) ? 2 : 0;
  };
  return new Map([...children].map(([type, parents]) => [type, levelOf(type, parents)]));
}
