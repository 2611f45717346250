import type { AlignmentPoint } from '../forecast/alignmentTrend';
import { reaches } from '../reaches';
import { inWindow } from '../time/window';
import { strategicIn } from '../work/mix';
import type { Finding, FindingsInput } from './types';

/**
 * Fewest days between the points compared. Alignment covers about 90 days of effort, so it hardly moves in less. A
 * window of 30 days holds it.
 */
const SHORTEST_SPAN = 21;
/** A point with less than this part of the largest effort is ignored: few units swing it. */
const LEAST_EFFORT = 0.25;
/** Least fall. Less may be a few units moved to and fro. */
const LEAST_FALL = 0.05;

type Point = AlignmentPoint & { alignment: number };

const firstAndLast = (points: readonly Point[]): { from: Point; to: Point } | null => {
  const fullest = Math.max(...points.map(strategicIn));
  const telling = points.filter((point) => reaches(strategicIn(point), fullest * LEAST_EFFORT));
  const [from, to] = [telling[0], telling.at(-1)];
  return from && to && to.day - from.day >= SHORTEST_SPAN ? { from, to } : null;
};

/**
 * A fall of effort alignment over the window. Recorded points are compared if they span three weeks, else reconstructed
 * ones. A recorded point is never compared with a reconstructed one: a change in the way of counting would look like a
 * fall.
 *
 * Harm: the fall, which is the share of effort that turned away from the strategy.
 */
export const strategicDrift = ({ trend, window }: FindingsInput): Finding<'strategicDrift'>[] => {
  const points = trend.flatMap((point): Point[] =>
    point.alignment === null || !inWindow(point.day, window) ? [] : [{ ...point, alignment: point.alignment }],
  );
  const ends =
    firstAndLast(points.filter(({ recorded }) => recorded)) ?? firstAndLast(points.filter(({ recorded }) => !recorded));
  if (ends === null) return [];
  const fall = ends.from.alignment - ends.to.alignment;
  return reaches(fall, LEAST_FALL) ? [{ harm: fall, evidence: { kind: 'strategicDrift', ...ends } }] : [];
};
