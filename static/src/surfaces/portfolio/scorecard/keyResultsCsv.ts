import type { KeyResult } from '../../../../../src/contract';
import { formatDay } from '../../../../../src/domain/time/day';
import { type CsvColumn, ratioCell } from '../../../shared/csv/columns';
import type { Lane } from './lanes';

/** A key result with the objective whose it is, and the perspective of that. */
type KeyResultRow = { perspective: string; objective: string; keyResult: KeyResult };

export const keyResultRows = (lanes: readonly Lane[]): KeyResultRow[] =>
  lanes.flatMap(({ name, objectives }) =>
    objectives.flatMap(({ objective, keyResults }) =>
      keyResults.map((keyResult) => ({ perspective: name, objective: objective.key, keyResult })),
    ),
  );

const reached = ({ keyResult: { goal } }: KeyResultRow) => (goal.kind === 'reach' ? goal : null);
const kept = ({ keyResult: { goal } }: KeyResultRow) => (goal.kind === 'maintain' ? goal : null);

/** The columns of the file of key results. Progress is 0…1, days are `YYYY-MM-DD`. */
export const KEY_RESULTS_CSV: readonly CsvColumn<KeyResultRow>[] = [
  { head: 'perspective', value: ({ perspective }) => perspective },
  { head: 'objective', value: ({ objective }) => objective },
  { head: 'key result', value: ({ keyResult }) => keyResult.title },
  { head: 'unit', value: ({ keyResult }) => keyResult.unit },
  { head: 'baseline', value: (row) => reached(row)?.baseline ?? null },
  { head: 'target', value: (row) => reached(row)?.target ?? null },
  { head: 'lowest', value: (row) => kept(row)?.low ?? null },
  { head: 'highest', value: (row) => kept(row)?.high ?? null },
  { head: 'now', value: ({ keyResult }) => keyResult.current?.value ?? null },
  { head: 'day', value: ({ keyResult }) => keyResult.current && formatDay(keyResult.current.day) },
  { head: 'progress', value: ({ keyResult }) => ratioCell(keyResult.progress) },
];
