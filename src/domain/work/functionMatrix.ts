import type { Cascade } from '../strategy/cascade';
import { gatheredBy } from '../gatheredBy';
import { mixFigure, mixOf, type Mix, type MixFigure, type StatusOf } from './mix';
import type { Cell } from './cell';
import type { Sizing } from './sizing';
import { RUN } from './workItem';

/** How the organisation is cut into parts. */
export const FUNCTION_KINDS = ['project', 'category', 'team', 'component'] as const;
export type FunctionKind = (typeof FUNCTION_KINDS)[number];

/** A cell with the part of the organisation that its units belong to; `null`: they name none. */
export type PartCell<Part> = Cell & { part: Part };

/** The size of the work that serves an objective itself. Work that serves one is aligned or stale, nothing else. */
type ServingSize = Pick<Mix, 'aligned' | 'stale'>;
export type ObjectiveCell = { objective: string; effort: ServingSize; planned: ServingSize };

/** What a part of the organisation works on. */
export type PartRow<Part> = {
  part: Part;
  effort: MixFigure;
  planned: MixFigure;
  /** one for each objective that work serves itself: what is aligned in them is all that is aligned in the row, and so for stale */
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

/** A row for each part with units in effort or planned, in the order of the cells. Together the rows are the whole. */
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
