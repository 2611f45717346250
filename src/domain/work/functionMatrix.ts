import type { Cascade } from '../strategy/cascade';
import { gatheredBy } from '../gatheredBy';
import { mixFigure, mixOf, type Mix, type MixFigure, type StatusOf } from './mix';
import type { Cell } from './cell';
import type { Sizing } from './sizing';
import { RUN } from './workItem';

/** The ways to divide the organisation. */
export const FUNCTION_KINDS = ['project', 'category', 'team', 'component'] as const;
export type FunctionKind = (typeof FUNCTION_KINDS)[number];

/** The row of work that names no category, team or component. Jira's own ids are numbers and UUIDs. */
export const NONE = 'none';
/** The row of work in projects that the viewer may not browse. */
export const HIDDEN = 'hidden';

/** The row of the parts with the least work, together. */
export const OTHER = 'other';

/** Most parts that a matrix shows apart: more nobody reads, and an answer of 5 MB would not hold them. */
const MOST_PARTS = 300;
/** Most rows of a matrix: those parts, and the others together. */
export const MOST_ROWS = MOST_PARTS + 1;

/** A cell of one part of the organisation. */
export type PartCell<Part> = Cell & { part: Part };

/** A row of the matrix. `id`: Jira's id of the part, `NONE`, `OTHER` or `HIDDEN` */
export type PartId = { by: FunctionKind; id: string };

/** One row of the matrix, or all but some, as a picture draws the smallest together. */
export type CountedRows = PartId | { by: FunctionKind; without: readonly string[] };

/** Puts the parts with the least work into one, `OTHER`, if there are more than `most`. */
export const foldSmall = <C extends PartCell<string>>(cells: readonly C[], most = MOST_PARTS): C[] => {
  const units = new Map<string, number>();
  for (const { part, todo, doing, doneInWindow } of cells)
    units.set(part, (units.get(part) ?? 0) + todo.items + doing.items + doneInWindow.items);
  if (units.size <= most) return [...cells];
  const kept = new Set(
    [...units]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([part]) => part),
  );
  return cells.map((cell) => (kept.has(cell.part) ? cell : { ...cell, part: OTHER }));
};

/** The size of the work on an objective itself, which is either aligned or stale. */
type ServingSize = Pick<Mix, 'aligned' | 'stale'>;
export type ObjectiveCell = { objective: string; effort: ServingSize; planned: ServingSize };

/** The work of one part of the organisation. */
export type PartRow<Part> = {
  part: Part;
  effort: MixFigure;
  planned: MixFigure;
  /** one for each objective that work serves itself; they add up to the row's aligned and stale work */
  cells: ObjectiveCell[];
};

const objectiveCells = (cells: readonly Cell[], sizing: Sizing, statusOf: StatusOf): ObjectiveCell[] => {
  const sizeOf = (own: readonly Cell[], part: 'effort' | 'planned'): ServingSize => {
    const { aligned, stale } = mixOf(own, part, sizing, statusOf);
    return { aligned, stale };
  };
  return [...gatheredBy(cells, ({ serves }) => serves)]
    .flatMap(([objective, own]) =>
      objective === null || objective === RUN
        ? []
        : [{ objective, effort: sizeOf(own, 'effort'), planned: sizeOf(own, 'planned') }],
    )
    .filter(({ effort, planned }) => effort.aligned + effort.stale + planned.aligned + planned.stale > 0);
};

/** A row for each part with effort or planned work, in the order of the cells. All rows add up to the whole. */
export const functionRows = <Part>(
  cells: readonly PartCell<Part>[],
  cascade: Cascade,
  sizing: Sizing,
): PartRow<Part>[] =>
  [...gatheredBy(cells, ({ part }) => part)]
    .map(([part, own]) => ({
      part,
      effort: mixFigure(own, 'effort', sizing, cascade.statusOf),
      planned: mixFigure(own, 'planned', sizing, cascade.statusOf),
      cells: objectiveCells(own, sizing, cascade.statusOf),
    }))
    .filter(({ effort, planned }) => effort.units + planned.units > 0);
