import type { Impact, ObjectiveRef, StatedStatus } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import type { ObjectiveOutline } from '../../domain/strategy/objective';
import type { Cell } from '../../domain/work/cell';
import type { Coverage } from '../../domain/work/coverage';
import { standingOf } from '../../domain/work/standing';
import { DEFAULT_WINDOW_DAYS } from '../../domain/time/window';
import { portfolioCells } from '../../store/blocks/projectSums';
import { placeProblems } from '../rules/cascadeRules';
import { refuse, WHERE } from '../rules/checkState';
import { editableRows, withChanged } from './stated';

export type Prospect = { key: string; parent: string | null; status: StatedStatus };

/**
 * The effect of another parent and status of an objective, also of a new one, because work may carry its key already.
 * Over the projects that the editor's numbers cover. Four statements.
 * @throws AppError `invalid` if it cannot be there
 */
export const objectiveImpact = async (
  { key, parent, status }: Prospect,
  { covers, covered }: Pick<Coverage, 'covers' | 'covered'>,
): Promise<Impact> => {
  const rows = await editableRows();
  const stated = rows.find(({ objective }) => objective.key === key)?.objective ?? null;
  const changed: ObjectiveOutline = { ...(stated ?? unstated(key)), parent, status };
  const all = withChanged(rows, [changed]);
  refuse(placeProblems(changed, all, WHERE));
  const before = new Cascade(rows.map(({ objective }) => objective));
  const after = new Cascade([...all.values()]);
  // Work is counted whole: the window does not matter.
  const cells = (await portfolioCells(DEFAULT_WINDOW_DAYS)).filter(({ project }) => covered.has(project));
  const subtree = after.subtree(key);
  const serving = cells.filter(({ serves }) => serves !== null && subtree.has(serves));
  const turning = (from: string, to: string): number =>
    total(
      serving.filter(
        ({ serves }) =>
          standingOf(serves, false, before.statusOf) === from && standingOf(serves, false, after.statusOf) === to,
      ),
      (cell) => cell.todo.items + cell.doing.items,
    );
  return {
    covers,
    below: subtree.size - 1,
    work: {
      todo: total(serving, ({ todo }) => todo.items),
      doing: total(serving, ({ doing }) => doing.items),
      done: total(serving, ({ done }) => done.items),
    },
    becomeStale: turning('aligned', 'stale'),
    comeAlive: turning('stale', 'aligned'),
    aboveBefore: above(before, key),
    aboveAfter: above(after, key),
    plannedShareBefore: before.plannedShares().get(key) ?? 0,
    plannedShareAfter: after.plannedShares().get(key) ?? 0,
  };
};

const unstated = (key: string): ObjectiveOutline => ({
  key,
  title: '',
  status: 'unknown',
  description: null,
  parent: null,
  weight: null,
  perspective: null,
  owner: null,
  start: null,
  target: null,
  headline: 'work',
  archived: false,
});

const total = (cells: readonly Cell[], count: (cell: Cell) => number): number =>
  cells.reduce((sum, cell) => sum + count(cell), 0);

/** With titles of drafts too: only strategy editors ask. */
const above = (cascade: Cascade, key: string): ObjectiveRef[] =>
  cascade
    .chain(key)
    .slice(1)
    .map(({ key: above, title, status }) => ({ key: above, title, status }));
