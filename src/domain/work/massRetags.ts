import { gatheredBy } from '../gatheredBy';
import type { Day } from '../time/day';
import { inWindow, type Window, type WindowDays } from '../time/window';
import type { Cell } from './cell';
import { type MixFigure, mixFigure, type StatusOf } from './mix';
import { isEffort, type RetagCell, type RetagFigure, retagFigure, unitsIn } from './retags';
import type { Sizing } from './sizing';

/** Fewer units than these are no mass, whatever their share. */
const MASS_UNITS = 20;
/**
 * The share of a project's effort units from which on retags of one day are many. If all work were linked only after it
 * began, evenly, a working day of the shortest window (30 days, of which 21 are worked) would have 5 %: this is twice that.
 */
const MASS_OF_A_DAY = 0.1;
/** Likewise of the days before a review, which in the shortest window would have 23 %. */
const MASS_BEFORE_REVIEW = 0.25;
/** The days of a review and before it that are looked at together. */
export const DAYS_BEFORE_REVIEW = 7;

/** Many retags of a project on one day, or in the seven days up to a review. */
export type MassRetag = RetagFigure & {
  project: number;
  from: Day;
  to: Day;
  /** the day of a review that was recorded; `null`: one day, or the seven days up to now */
  review: Day | null;
  /** their share of the project's effort units, 0…1 */
  share: number;
  /** the alignment of all effort of the project */
  alignment: number | null;
};

/** Effort, and what of it was retagged, of one window. */
export type RetaggedWork = {
  cells: readonly Cell[];
  retags: readonly RetagCell[];
  sizing: Sizing;
  statusOf: StatusOf;
  days: WindowDays;
  window: Window;
};

/** What was tagged after it was done, of all effort of the window. `effort`: its mix */
export const lateFigure = (
  { retags, days, sizing, statusOf }: Omit<RetaggedWork, 'cells' | 'window'>,
  effort: MixFigure,
): RetagFigure =>
  retagFigure(
    retags.filter((one) => one.late && isEffort(one, days)),
    effort,
    sizing,
    statusOf,
  );

type Span = Window & { review: Day | null; least: number };

/**
 * Many retags at once, newest first: of each project the days, and the days before a review, in which so many units of
 * its effort were retagged. Days before a review are told together, not also one by one. Whoever holds the review of
 * today sees those up to today, or the one day of them.
 * @param lastReview the day of the last recorded review; `null`: none was
 */
export const massRetags = (work: RetaggedWork, lastReview: Day | null): MassRetag[] => {
  const counted = work.retags.filter((one) => isEffort(one, work.days));
  const cellsOf = gatheredBy(work.cells, ({ project }) => project);
  return [...gatheredBy(counted, ({ project }) => project)]
    .flatMap(([project, retags]) => massOf(project, { ...work, cells: cellsOf.get(project) ?? [], retags }, lastReview))
    .sort((a, b) => b.to - a.to || b.units - a.units || a.project - b.project);
};

const massOf = (project: number, work: RetaggedWork, lastReview: Day | null): MassRetag[] => {
  const { cells, retags, sizing, statusOf, window } = work;
  const effort = mixFigure(cells, 'effort', sizing, statusOf);
  const inSpan = (span: Window) => retags.filter(({ day }) => inWindow(day, span));
  const isMass = (span: Span): boolean => unitsIn(inSpan(span)) >= Math.max(MASS_UNITS, span.least * effort.units);
  const before = [
    ...(lastReview === window.to ? [] : [upTo(window.to, null)]),
    ...(lastReview === null || !inWindow(lastReview, window) ? [] : [upTo(lastReview, lastReview)]),
  ].filter((span) => isMass(span) && (span.review !== null || daysIn(inSpan(span)).length > 1));
  const days = daysIn(retags)
    .filter((day) => inWindow(day, window) && before.every((span) => !inWindow(day, span)))
    .map((day): Span => ({ from: day, to: day, review: null, least: MASS_OF_A_DAY }))
    .filter(isMass);
  return [...before, ...days].map(({ from, to, review }) => {
    const found = inSpan({ from, to });
    return {
      project,
      from,
      to,
      review,
      share: unitsIn(found) / effort.units,
      alignment: effort.alignment,
      ...retagFigure(found, effort, sizing, statusOf),
    };
  });
};

const daysIn = (retags: readonly RetagCell[]): Day[] => [...new Set(retags.map(({ day }) => day))];

const upTo = (day: Day, review: Day | null): Span => ({
  from: day - DAYS_BEFORE_REVIEW + 1,
  to: day,
  review,
  least: MASS_BEFORE_REVIEW,
});
