import type { AlignmentPoint } from '../forecast/alignmentTrend';
import { reaches } from '../reaches';
import { inWindow } from '../time/window';
import type { Finding, FindingsInput } from './types';

/** Alignment looks at about ninety days of effort, so over less time than this it hardly moves. A window of 30 days holds it. */
const SHORTEST_SPAN = 21;
/** A point that rests on less than this part of the effort of the fullest one says little: few units swing it. */
const LEAST_EFFORT = 0.25;
/** A fall by five points is more than some units moved to and fro. */
const LEAST_FALL = 0.05;

type Point = AlignmentPoint & { alignment: number };

/** The work that alignment is a share of. */
const effortOf = ({ aligned, stale, unlinked }: AlignmentPoint): number => aligned + stale + unlinked;

const firstAndLast = (points: readonly Point[]): { from: Point; to: Point } | null => {
  const fullest = Math.max(...points.map(effortOf));
  const telling = points.filter((point) => reaches(effortOf(point), fullest * LEAST_EFFORT));
  const [from, to] = [telling[0], telling.at(-1)];
  return from && to && to.day - from.day >= SHORTEST_SPAN ? { from, to } : null;
};

/**
 * That alignment of effort fell over the window. What was recorded is compared with what was recorded, if it spans three weeks;
 * until then what is reconstructed with what is reconstructed. One with the other would show a fall where only the way of
 * counting changed.
 *
 * Harm: the fall of alignment, the share of effort that turned away from the strategy.
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
