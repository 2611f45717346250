import { byObjective } from './byObjective';
import type { Cascade } from './cascade';
import {
  currentValue,
  newestCheckIn,
  statedHealth,
  publicOf,
  valuesOverTime,
  type CheckInOutline,
  type DatedValue,
  type Statement,
} from './checkIn';
import { healthOf, HEALTHS, type Health } from './health';
import { keyResultProgress, progressOf, rawProgress, type KeyResult } from './keyResult';
import type { Headline, ObjectiveOutline } from './objective';
import { expectedProgress } from './pace';
import { ratio } from '../ratio';
import { workBelow, type WorkFigure, type WorkSizes } from '../work/work';

/** A key result's progress by check-ins. */
export type KeyResultFigures = {
  keyResult: KeyResult;
  current: DatedValue | null;
  /** unclamped; see `rawProgress` */
  raw: number | null;
  /** clamped to 0…1 */
  progress: number | null;
  /** oldest first, up to the current value; without values given while the objective was a draft */
  history: DatedValue[];
};

/** An objective's progress and health. Progress and shares are 0…1, or `null` without a value. */
export type ObjectiveFigures = {
  key: string;
  /** share of the whole plan */
  plannedShare: number;
  /** work of all units on it or below it */
  work: WorkFigure;
  keyResults: KeyResultFigures[];
  keyResultProgress: number | null;
  /** by its headline */
  progress: number | null;
  /** expected by its dates */
  expected: number | null;
  /** computed; `null`: it is not active */
  health: Health | null;
  /** the health stated last, until the cadence has passed */
  stated: Statement | null;
  /** key of the child that is worst off */
  weakestChild: string | null;
  /** the day of its newest check-in */
  lastCheckIn: number | null;
};

/** The progress that an objective is judged by. If only one of both has a value, it counts alone. */
const headlineProgress = (headline: Headline, work: number | null, keyResults: number | null): number | null => {
  switch (headline) {
    case 'work':
      return work;
    case 'keyResults':
      return keyResults;
    case 'both':
      return work === null || keyResults === null ? (work ?? keyResults) : (work + keyResults) / 2;
  }
};

/** Check-ins on an objective: current values come from all of them, everything else from those that are shown. */
type Said = { all: readonly CheckInOutline[]; shown: readonly CheckInOutline[] };

const keyResultFigures = (keyResult: KeyResult, { all, shown }: Said, asOf: number): KeyResultFigures => {
  const current = currentValue(all, keyResult.id, asOf);
  const before = valuesOverTime(shown, keyResult.id, asOf).filter(({ day }) => current !== null && day < current.day);
  const value = current?.value ?? null;
  return {
    keyResult,
    current,
    raw: rawProgress(keyResult.goal, value),
    progress: progressOf(keyResult.goal, value),
    history: current === null ? [] : [...before, current],
  };
};

/** Sort keys, worst first: health, then progress ÷ expected progress, then progress. */
const weakness = ({ health, progress, expected }: ObjectiveFigures): number[] => [
  health === null ? -1 : HEALTHS.indexOf(health),
  progress === null || expected === null ? Infinity : (ratio(progress, expected) ?? Infinity),
  progress ?? Infinity,
];

const isWeaker = (a: ObjectiveFigures, b: ObjectiveFigures): boolean => {
  const [ofA, ofB] = [weakness(a), weakness(b)];
  const differs = ofA.findIndex((number, index) => number !== ofB[index]);
  return differs !== -1 && (ofA[differs] ?? 0) < (ofB[differs] ?? 0);
};

/** The active objective that is worst off; the first of equals. Those without progress are left out. */
const weakestOf = (
  children: readonly ObjectiveOutline[],
  figures: ReadonlyMap<string, ObjectiveFigures>,
): string | null => {
  let weakest: ObjectiveFigures | null = null;
  for (const { key, status } of children) {
    const child = figures.get(key);
    if (status !== 'active' || !child || child.progress === null) continue;
    if (weakest === null || isWeaker(child, weakest)) weakest = child;
  }
  return weakest?.key ?? null;
};

/**
 * The figures of every objective as of a day, by key, in the order of the strategy. Later check-ins do not count. Of
 * those that were written while it was a draft only the current values do, unless it still is one.
 * @param own the work on each objective itself, as of that day
 */
export const objectiveFigures = ({
  cascade,
  own,
  keyResults,
  checkIns,
  asOf,
  cadenceDays,
}: {
  cascade: Cascade;
  own: ReadonlyMap<string, WorkSizes>;
  keyResults: readonly KeyResult[];
  checkIns: readonly CheckInOutline[];
  asOf: number;
  cadenceDays: number;
}): Map<string, ObjectiveFigures> => {
  const shares = cascade.plannedShares();
  const keyResultsOf = byObjective(keyResults);
  const checkInsOf = byObjective(checkIns);
  const figures = new Map<string, ObjectiveFigures>();
  for (const { key, status, headline, start, target } of cascade.objectives) {
    const all = checkInsOf.get(key) ?? [];
    const shown = status === 'draft' ? all : publicOf(all);
    const work = workBelow(cascade.subtree(key), own);
    const measured = (keyResultsOf.get(key) ?? []).map((keyResult) =>
      keyResultFigures(keyResult, { all, shown }, asOf),
    );
    const ofKeyResults = keyResultProgress(
      measured.map(({ keyResult, progress }) => ({ progress, weight: keyResult.weight })),
    );
    const progress = headlineProgress(headline, work.progress, ofKeyResults);
    const expected = expectedProgress(start, target, asOf);
    figures.set(key, {
      key,
      plannedShare: shares.get(key) ?? 0,
      work,
      keyResults: measured,
      keyResultProgress: ofKeyResults,
      progress,
      expected,
      health: status === 'active' ? healthOf(progress, expected) : null,
      stated: statedHealth(shown, key, asOf, cadenceDays),
      weakestChild: null,
      lastCheckIn: newestCheckIn(shown, key, asOf)?.day ?? null,
    });
  }
  for (const figure of figures.values()) figure.weakestChild = weakestOf(cascade.children(figure.key), figures);
  return figures;
};
