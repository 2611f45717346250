import { byObjective } from './byObjective';
import type { Cascade } from './cascade';
import {
  currentValue,
  newestCheckIn,
  statedHealth,
  valuesOverTime,
  type CheckIn,
  type DatedValue,
  type Statement,
} from './checkIn';
import { healthOf, HEALTHS, type Health } from './health';
import { keyResultProgress, progressOf, rawProgress, type KeyResult } from './keyResult';
import type { Headline, Objective } from './objective';
import { expectedProgress } from './pace';
import { ratio } from '../ratio';
import { workBelow, type WorkFigure, type WorkSizes } from '../work/work';

/** How far a key result is, by its check-ins. */
export type KeyResultFigures = {
  keyResult: KeyResult;
  current: DatedValue | null;
  /** as it is; see `rawProgress` */
  raw: number | null;
  /** the same, 0…1 */
  progress: number | null;
  /** oldest first */
  history: DatedValue[];
};

/** How far an objective is, and how it fares. Progress and shares are 0…1, or `null` where there is no value. */
export type ObjectiveFigures = {
  key: string;
  /** of everything */
  plannedShare: number;
  /** of all units that serve it or an objective below it */
  work: WorkFigure;
  keyResults: KeyResultFigures[];
  keyResultProgress: number | null;
  /** the headline's */
  progress: number | null;
  /** the progress that its dates let expect */
  expected: number | null;
  /** computed; `null` where it is not active */
  health: Health | null;
  /** what was stated last, until the cadence has passed */
  stated: Statement | null;
  /** the child that is worst off */
  weakestChild: string | null;
  /** the day of its newest check-in */
  lastCheckIn: number | null;
};

/** The progress that an objective is judged by. Of both, what has a value counts alone while the other has none. */
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

const keyResultFigures = (keyResult: KeyResult, checkIns: readonly CheckIn[], asOf: number): KeyResultFigures => {
  const current = currentValue(checkIns, keyResult.id, asOf);
  const value = current?.value ?? null;
  return {
    keyResult,
    current,
    raw: rawProgress(keyResult.goal, value),
    progress: progressOf(keyResult.goal, value),
    history: valuesOverTime(checkIns, keyResult.id, asOf),
  };
};

/** What makes one objective worse off than another, each number the smaller the worse: its health, then its progress against what is expected, then its progress. */
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

/** Of the active objectives among some, the one that is worst off; the first of equals. One without progress says nothing of itself. */
const weakestOf = (children: readonly Objective[], figures: ReadonlyMap<string, ObjectiveFigures>): string | null => {
  let weakest: ObjectiveFigures | null = null;
  for (const { key, status } of children) {
    const child = figures.get(key);
    if (status !== 'active' || !child || child.progress === null) continue;
    if (weakest === null || isWeaker(child, weakest)) weakest = child;
  }
  return weakest?.key ?? null;
};

/**
 * The figures of every objective of the strategy, by key and in its order, as of a day: check-ins after it do not count yet.
 * `own` holds the work that serves each objective itself, as it was on that day.
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
  checkIns: readonly CheckIn[];
  asOf: number;
  cadenceDays: number;
}): Map<string, ObjectiveFigures> => {
  const shares = cascade.plannedShares();
  const keyResultsOf = byObjective(keyResults);
  const checkInsOf = byObjective(checkIns);
  const figures = new Map<string, ObjectiveFigures>();
  for (const { key, status, headline, start, target } of cascade.objectives) {
    const said = checkInsOf.get(key) ?? [];
    const work = workBelow(cascade.subtree(key), own);
    const measured = (keyResultsOf.get(key) ?? []).map((keyResult) => keyResultFigures(keyResult, said, asOf));
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
      stated: statedHealth(said, key, asOf, cadenceDays),
      weakestChild: null,
      lastCheckIn: newestCheckIn(said, key, asOf)?.day ?? null,
    });
  }
  for (const figure of figures.values()) figure.weakestChild = weakestOf(cascade.children(figure.key), figures);
  return figures;
};
