import type { FunctionMatrix, FunctionRow, ObjectiveRef } from '../../../../../src/contract';
import { STANDING_NAME } from '../../../shared/words';
import { OUTSIDE_THE_PLAN } from '../explain/allocation';
import { functionName } from './functionName';

export type Part = 'effort' | 'planned';

/**
 * Where work flows. Aligned work: the active top-level objective, or outside the active plan, as the allocations count
 * it. Other work: its standing.
 */
export type TargetKind = 'objective' | 'outside' | 'run' | 'stale' | 'unlinked';

type Source = { id: string; name: string; size: number };
export type Target = { id: string; kind: TargetKind; name: string; objective: ObjectiveRef | null; size: number };
type Stream = { source: string; target: string; size: number };
export type Flow = { sources: Source[]; targets: Target[]; streams: Stream[]; total: number };

/** With more, streams are too thin to tell apart, so the smallest functions are drawn together. */
const MOST_SOURCES = 12;
const OTHERS = 'others';

const PLAIN: { kind: Exclude<TargetKind, 'objective'>; name: string }[] = [
  { kind: 'outside', name: OUTSIDE_THE_PLAN },
  { kind: 'run', name: STANDING_NAME.run },
  { kind: 'stale', name: STANDING_NAME.stale },
  { kind: 'unlinked', name: STANDING_NAME.unlinked },
];

export const sizeOfRow = (row: FunctionRow, part: Part): number =>
  row[part].aligned + row[part].run + row[part].stale + row[part].unlinked;

/** A function's work by target id. The sizes add up to all of it. */
function goalsOf(row: FunctionRow, part: Part, objectives: FunctionMatrix['objectives']): Map<string, number> {
  const goals = new Map<string, number>();
  const add = (target: string, size: number) => {
    if (size > 0) goals.set(target, (goals.get(target) ?? 0) + size);
  };
  for (const cell of row.cells) {
    const top = objectives.find(({ key }) => key === cell.objective)?.top;
    add(top ?? 'outside', cell[part].aligned);
  }
  for (const standing of ['run', 'stale', 'unlinked'] as const) add(standing, row[part][standing]);
  return goals;
}

/** The largest functions one by one, the others together. */
function gathered(rows: { source: Source; goals: Map<string, number> }[]): typeof rows {
  const bySize = [...rows].sort((a, b) => b.source.size - a.source.size);
  if (bySize.length <= MOST_SOURCES) return bySize;
  const [shown, rest] = [bySize.slice(0, MOST_SOURCES - 1), bySize.slice(MOST_SOURCES - 1)];
  const goals = new Map<string, number>();
  for (const one of rest) for (const [target, size] of one.goals) goals.set(target, (goals.get(target) ?? 0) + size);
  const size = rest.reduce((sum, { source }) => sum + source.size, 0);
  return [...shown, { source: { id: OTHERS, name: `${rest.length} others`, size }, goals }];
}

/**
 * Each function's work as streams into top-level objectives, run, stale and unlinked work. They add up to all of it.
 * @param strategy the objectives, in the order of the targets
 */
export function flowOf(matrix: FunctionMatrix, part: Part, strategy: readonly ObjectiveRef[]): Flow {
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
  // An objective stated after the portfolio was read has no title until it is read again.
  const keys = [...strategy.map(({ key }) => key), ...matrix.objectives.flatMap(({ top }) => top ?? [])];
  const targets = [
    ...[...new Set(keys)].map((key): Target => {
      const objective = strategy.find((one) => one.key === key) ?? null;
      return { id: key, kind: 'objective', name: objective?.title ?? key, objective, size: sizeOf(key) };
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
