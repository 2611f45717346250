import type { FunctionMatrix, FunctionRow, ObjectiveRef } from '../../../../../src/contract';
import { type Opened, opensObjective, opensOutside } from '../../../shared/counted/opened';
import { sumOf } from '../../../shared/sumOf';
import { STANDING_NAME, WORK_NAME, type WorkKind } from '../../../shared/words';
import { OUTSIDE_THE_PLAN } from '../explain/allocation';
import { functionName } from './functionName';
import { matrixOpens, othersOpen } from './matrixOpens';

/**
 * Where work flows. Aligned work: the active top-level objective, or outside the active plan, as the allocations count
 * it. Other work: its standing.
 */
export type SinkKind = 'objective' | 'outside' | 'run' | 'stale' | 'unlinked';

/** `opens`: the issues behind its size */
type Source = { id: string; name: string; size: number; opens: Opened };
export type Sink = {
  id: string;
  kind: SinkKind;
  name: string;
  objective: ObjectiveRef | null;
  size: number;
  opens: Opened;
};
type Stream = { source: string; sink: string; size: number };
export type Flow = { sources: Source[]; sinks: Sink[]; streams: Stream[]; total: number };

/** With more, streams are too thin to tell apart, so the smallest functions are drawn together. */
const MOST_SOURCES = 12;
const OTHERS = 'others';

const PLAIN: { kind: Exclude<SinkKind, 'objective'>; name: string }[] = [
  { kind: 'outside', name: OUTSIDE_THE_PLAN },
  { kind: 'run', name: STANDING_NAME.run },
  { kind: 'stale', name: STANDING_NAME.stale },
  { kind: 'unlinked', name: STANDING_NAME.unlinked },
];

export const sizeOfRow = (row: FunctionRow, work: WorkKind): number =>
  row[work].aligned + row[work].run + row[work].stale + row[work].unlinked;

/** A function's work by sink id. They add up to all of it. */
function sizesBySink(row: FunctionRow, work: WorkKind, objectives: FunctionMatrix['objectives']): Map<string, number> {
  const sizes = new Map<string, number>();
  const add = (sink: string, size: number) => {
    if (size > 0) sizes.set(sink, (sizes.get(sink) ?? 0) + size);
  };
  for (const cell of row.cells) {
    const top = objectives.find(({ key }) => key === cell.objective)?.top;
    add(top ?? 'outside', cell[work].aligned);
  }
  for (const standing of ['run', 'stale', 'unlinked'] as const) add(standing, row[work][standing]);
  return sizes;
}

/** The aligned work on a top-level objective and all below it. */
const topOpens = (key: string, work: WorkKind, basis: FunctionMatrix['basis']): Opened =>
  opensObjective(`${WORK_NAME[work]} on ${key} and below, aligned`, work, key, basis, { standing: 'aligned' });

type Row = { source: Source; sizes: Map<string, number> };

/** The largest functions one by one, the others together. */
function gathered(rows: Row[], opensOthers: (shown: readonly string[]) => Opened): Row[] {
  const bySize = [...rows].sort((a, b) => b.source.size - a.source.size);
  if (bySize.length <= MOST_SOURCES) return bySize;
  const [shown, rest] = [bySize.slice(0, MOST_SOURCES - 1), bySize.slice(MOST_SOURCES - 1)];
  const sizes = new Map<string, number>();
  for (const one of rest) for (const [sink, size] of one.sizes) sizes.set(sink, (sizes.get(sink) ?? 0) + size);
  const size = sumOf(rest, ({ source }) => source.size);
  const opens = opensOthers(shown.map(({ source }) => source.id));
  return [...shown, { source: { id: OTHERS, name: `${rest.length} others`, size, opens }, sizes }];
}

/**
 * Each function's work as streams into top-level objectives, run, stale and unlinked work. They add up to all of it.
 * @param strategy the objectives, in the order of the sinks
 */
export function flowOf(matrix: FunctionMatrix, work: WorkKind, strategy: readonly ObjectiveRef[]): Flow {
  const rows = gathered(
    matrix.functions
      .map((row) => ({
        source: {
          id: row.id,
          name: functionName(row, matrix.by),
          size: sizeOfRow(row, work),
          opens: matrixOpens(matrix, work, { row }),
        },
        sizes: sizesBySink(row, work, matrix.objectives),
      }))
      .filter(({ source }) => source.size > 0),
    (without) => othersOpen(matrix, work, without),
  );
  const sizeOf = (sink: string) => sumOf(rows, ({ sizes }) => sizes.get(sink) ?? 0);
  const reached = new Set(rows.flatMap(({ sizes }) => [...sizes.keys()]));
  // An objective stated after the portfolio was read has no title until it is read again.
  const keys = [...strategy.map(({ key }) => key), ...matrix.objectives.flatMap(({ top }) => top ?? [])];
  const sinks = [
    ...[...new Set(keys)].map((key): Sink => {
      const objective = strategy.find((one) => one.key === key) ?? null;
      const opens = topOpens(key, work, matrix.basis);
      return { id: key, kind: 'objective', name: objective?.title ?? key, objective, size: sizeOf(key), opens };
    }),
    ...PLAIN.map(({ kind, name }): Sink => {
      const opens =
        kind === 'outside'
          ? opensOutside(`${WORK_NAME[work]} outside the active plan, aligned`, work, matrix.basis)
          : matrixOpens(matrix, work, { standing: kind });
      return { id: kind, kind, name, objective: null, size: sizeOf(kind), opens };
    }),
  ].filter(({ id }) => reached.has(id));
  return {
    sources: rows.map(({ source }) => source),
    sinks,
    streams: rows.flatMap(({ source, sizes }) =>
      [...sizes].map(([sink, size]): Stream => ({ source: source.id, sink, size })),
    ),
    total: sumOf(rows, ({ source }) => source.size),
  };
}
