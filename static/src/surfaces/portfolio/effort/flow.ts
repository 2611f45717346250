import type { FunctionMatrix, FunctionRow, ObjectiveRef } from '../../../../../src/contract';
import { STANDING_NAME } from '../../../shared/words';
import { functionName } from './functionName';

export type Part = 'effort' | 'planned';

/** What a stream flows into. An objective is one at the top of the cascade, for all below it. */
export type TargetKind = 'objective' | 'closed' | 'run' | 'stale' | 'unlinked';

export type Source = { id: string; name: string; size: number };
export type Target = { id: string; kind: TargetKind; name: string; objective: ObjectiveRef | null; size: number };
export type Stream = { source: string; target: string; size: number };
export type Flow = { sources: Source[]; targets: Target[]; streams: Stream[]; total: number };

/** More functions than these are too thin to tell apart: the smallest are drawn together. */
const MOST_SOURCES = 12;
const OTHERS = 'others';

export const CLOSED_NAME = 'Objectives no longer active';

const PLAIN: { kind: Exclude<TargetKind, 'objective'>; name: string }[] = [
  { kind: 'closed', name: CLOSED_NAME },
  { kind: 'run', name: STANDING_NAME.run },
  { kind: 'stale', name: STANDING_NAME.stale },
  { kind: 'unlinked', name: STANDING_NAME.unlinked },
];

export const sizeOfRow = (row: FunctionRow, part: Part): number =>
  row[part].aligned + row[part].run + row[part].stale + row[part].unlinked;

/** Where the work of a function goes, by the id of the target. All of it goes somewhere. */
function goalsOf(row: FunctionRow, part: Part, objectives: FunctionMatrix['objectives']): Map<string, number> {
  const goals = new Map<string, number>();
  const add = (target: string, size: number) => {
    if (size > 0) goals.set(target, (goals.get(target) ?? 0) + size);
  };
  let inactive = 0;
  for (const cell of row.cells) {
    const objective = objectives.find(({ key }) => key === cell.objective);
    if (objective?.status === 'active') add(objective.top, cell[part]);
    else inactive += cell[part];
  }
  const { stale, run, unlinked } = row[part];
  // Of the work on what is not active, the open part is stale; the rest was done for it.
  add('closed', inactive - stale);
  add('stale', stale);
  add('run', run);
  add('unlinked', unlinked);
  return goals;
}

/** The largest functions one by one, the rest together. */
function gathered(rows: { source: Source; goals: Map<string, number> }[]): typeof rows {
  const bySize = [...rows].sort((a, b) => b.source.size - a.source.size);
  if (bySize.length <= MOST_SOURCES) return bySize;
  const [shown, rest] = [bySize.slice(0, MOST_SOURCES - 1), bySize.slice(MOST_SOURCES - 1)];
  const goals = new Map<string, number>();
  for (const one of rest) for (const [target, size] of one.goals) goals.set(target, (goals.get(target) ?? 0) + size);
  const size = rest.reduce((sum, { source }) => sum + source.size, 0);
  return [...shown, { source: { id: OTHERS, name: `${rest.length} others`, size }, goals }];
}

/** The work of each function as streams into the top-level objectives, run, stale and unlinked work. It adds up to the whole. */
export function flowOf(matrix: FunctionMatrix, part: Part, tops: readonly ObjectiveRef[]): Flow {
  const rows = gathered(
    matrix.functions
      .map((row) => ({
        source: { id: row.id, name: functionName(row, matrix.by), size: sizeOfRow(row, part) },
        goals: goalsOf(row, part, matrix.objectives),
      }))
      .filter(({ source }) => source.size > 0),
  );
  const sizeOf = (target: string) => rows.reduce((sum, { goals }) => sum + (goals.get(target) ?? 0), 0);
  const reached = new Set(rows.flatMap(({ goals }) => [...goals.keys()]));
  const ordered = [...new Set([...tops.map(({ key }) => key), ...matrix.objectives.map(({ top }) => top)])];
  const refOf = (key: string) =>
    tops.find((top) => top.key === key) ?? matrix.objectives.find((objective) => objective.key === key) ?? null;
  const targets = [
    ...ordered.map((key): Target => {
      const objective = refOf(key);
      return { id: key, kind: 'objective', name: objective?.title ?? '', objective, size: sizeOf(key) };
    }),
    ...PLAIN.map(({ kind, name }): Target => ({ id: kind, kind, name, objective: null, size: sizeOf(kind) })),
  ].filter(({ id }) => reached.has(id));
  return {
    sources: rows.map(({ source }) => source),
    targets,
    streams: rows.flatMap(({ source, goals }) =>
      [...goals].map(([target, size]): Stream => ({ source: source.id, target, size })),
    ),
    total: rows.reduce((sum, { source }) => sum + source.size, 0),
  };
}
