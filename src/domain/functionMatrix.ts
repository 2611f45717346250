import type { Cascade } from './cascade';
import { mixFigure, type MixFigure } from './mix';
import type { Cell } from './rollUp';
import { sizeIn, type Sizing } from './sizing';
import { addTally, fromThousandths } from './tally';
import { RUN } from './workItem';

/** How the organisation is cut into parts. */
export const FUNCTION_KINDS = ['project', 'category', 'team', 'component'] as const;
export type FunctionKind = (typeof FUNCTION_KINDS)[number];

/** A cell with the part of the organisation that its units belong to; `null`: they name none. */
export type PartCell<Part> = Cell & { part: Part };

/** What a part of the organisation works on. */
export type PartRow<Part> = {
  part: Part;
  effort: MixFigure;
  planned: MixFigure;
  /** the work that serves each objective itself, aligned or stale: with run and unlinked work it adds up to the row */
  cells: { objective: string; effort: number; planned: number }[];
};

const objectiveSizes = (cells: readonly Cell[], sizing: Sizing): PartRow<unknown>['cells'] => {
  const found = new Map<string, { effort: number; planned: number }>();
  for (const { project, serves, todo, doing, doneInWindow } of cells) {
    if (serves === null || serves === RUN) continue;
    const known = found.get(serves);
    found.set(serves, {
      effort: (known?.effort ?? 0) + sizeIn(sizing, project, addTally(doing, doneInWindow)),
      planned: (known?.planned ?? 0) + sizeIn(sizing, project, todo),
    });
  }
  return [...found]
    .filter(([, { effort, planned }]) => effort > 0 || planned > 0)
    .map(([objective, { effort, planned }]) => ({
      objective,
      effort: fromThousandths(effort),
      planned: fromThousandths(planned),
    }));
};

/** A row for each part with units in effort or planned, in the order of the cells. Together the rows are the whole. */
export const functionRows = <Part>(
  cells: readonly PartCell<Part>[],
  cascade: Cascade,
  sizing: Sizing,
): PartRow<Part>[] => {
  const byPart = new Map<Part, Cell[]>();
  for (const cell of cells) {
    const known = byPart.get(cell.part);
    if (known) known.push(cell);
    else byPart.set(cell.part, [cell]);
  }
  return [...byPart]
    .map(([part, own]) => ({
      part,
      effort: mixFigure(own, 'effort', sizing, cascade.statusOf),
      planned: mixFigure(own, 'planned', sizing, cascade.statusOf),
      cells: objectiveSizes(own, sizing),
    }))
    .filter(({ effort, planned }) => effort.units + planned.units > 0);
};
