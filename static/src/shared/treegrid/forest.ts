import { aboveOf, childrenOf, type Forest } from '../../../../src/domain/strategy/forest';

/** A row of a tree as it is shown. */
export type TreeRow<T> = {
  key: string;
  item: T;
  /** from 1 */
  level: number;
  /** from 1, among the siblings shown */
  position: number;
  siblings: number;
  hasChildren: boolean;
  isExpanded: boolean;
  /** shown only because a descendant matches */
  isDimmed: boolean;
};

/** The rows to show, in order. With `matches`: those that match, and their ancestors, dimmed. */
export function treeRows<T>(
  forest: Forest<T>,
  isCollapsed: (key: string) => boolean,
  matches: (item: T) => boolean = () => true,
): TreeRow<T>[] {
  const matching = new Set([...forest.items].filter(([, item]) => matches(item)).map(([key]) => key));
  const kept = new Set(matching);
  for (const key of matching) for (const above of aboveOf(forest, key)) kept.add(above);

  const rows: TreeRow<T>[] = [];
  const add = (parent: string | null, level: number): void => {
    const shown = childrenOf(forest, parent).filter((key) => kept.has(key));
    shown.forEach((key, index) => {
      const item = forest.items.get(key);
      if (item === undefined) return;
      const hasChildren = childrenOf(forest, key).some((child) => kept.has(child));
      const isExpanded = hasChildren && !isCollapsed(key);
      rows.push({
        key,
        item,
        level,
        position: index + 1,
        siblings: shown.length,
        hasChildren,
        isExpanded,
        isDimmed: !matching.has(key),
      });
      if (isExpanded) add(key, level + 1);
    });
  };
  add(null, 1);
  return rows;
}
