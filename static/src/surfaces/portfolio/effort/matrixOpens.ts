import type { FunctionMatrix, FunctionRow, Standing } from '../../../../../src/contract';
import { countedIn, type Opened } from '../../../shared/counted/opened';
import { STANDING_NAME, WORK_NAME, type WorkKind } from '../../../shared/words';
import { functionName } from './functionName';

/** A number of the matrix. `row`, `objective`, `standing`: of this one only; none: of all */
type Place = { row?: Pick<FunctionRow, 'id' | 'name'>; objective?: string; standing?: Standing };

/** The issues behind a number of the matrix, or of the flow above it. An objective is meant without those below it. */
export function matrixOpens(
  { by, basis }: Pick<FunctionMatrix, 'by' | 'basis'>,
  kind: WorkKind,
  { row, objective, standing }: Place,
): Opened {
  const of = [
    WORK_NAME[kind],
    ...(row ? [`of ${functionName(row, by)}`] : []),
    ...(objective === undefined ? [] : [`on ${objective}`]),
  ].join(' ');
  return {
    title: standing ? `${of}, ${STANDING_NAME[standing].toLowerCase()}` : of,
    counted: countedIn(kind, {
      ...(standing && { standing }),
      ...(objective !== undefined && { objective: { key: objective, below: false } }),
    }),
    look: { window: basis.window, measure: basis.measure },
    filter: null,
    ...(row && { row: { by, id: row.id } }),
  };
}

/** The issues of all rows but some. */
export const othersOpen = (
  { by, basis }: Pick<FunctionMatrix, 'by' | 'basis'>,
  kind: WorkKind,
  without: readonly string[],
): Opened => ({
  ...matrixOpens({ by, basis }, kind, {}),
  title: `${WORK_NAME[kind]} of the others`,
  row: { by, without },
});
