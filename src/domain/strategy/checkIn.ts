import type { Day } from '../time/day';

/** The healths that a person can state, best first. */
export const STATED_HEALTHS = ['onTrack', 'atRisk', 'offTrack'] as const;
export type StatedHealth = (typeof STATED_HEALTHS)[number];

/**
 * A dated note by a person on an objective: new values of key results, a stated health, a decision, or several of
 * these.
 */
export type CheckIn = {
  id: number;
  /** key of the objective */
  objective: string;
  day: number;
  /** account id; `null`: the person was erased */
  author: string | null;
  note: string | null;
  health: StatedHealth | null;
  decision: string | null;
  /** new values by key result id */
  values: ReadonlyMap<number, number>;
  /** whether it was written while the objective was a draft */
  ofDraft: boolean;
};

/** A check-in as figures need it. `note` and `decision`: the text, or where it was not read, whether there is one */
export type CheckInOutline = Omit<CheckIn, 'note' | 'decision'> & {
  note: CheckIn['note'] | boolean;
  decision: CheckIn['decision'] | boolean;
};

/** The check-ins that are shown to everybody. Those of a draft stay with those who may see it, also once it is active. */
export const publicOf = <T extends Pick<CheckIn, 'ofDraft'>>(checkIns: readonly T[]): T[] =>
  checkIns.filter(({ ofDraft }) => !ofDraft);

/** A key result's value, and the day of the check-in that gave it. */
export type DatedValue = { day: number; value: number };

/** A stated health. */
export type Statement = { health: StatedHealth; day: number; author: string | null };

/** Oldest first; of one day, by the order they were made. */
const inOrder = (a: CheckInOutline, b: CheckInOutline): number => a.day - b.day || a.id - b.id;

/** The newest check-in that counts, up to `asOf`. */
const newestOf = (
  checkIns: Iterable<CheckInOutline>,
  asOf: number,
  counts: (checkIn: CheckInOutline) => boolean,
): CheckInOutline | null => {
  let newest: CheckInOutline | null = null;
  for (const checkIn of checkIns) {
    if (checkIn.day > asOf || !counts(checkIn)) continue;
    if (newest === null || inOrder(newest, checkIn) < 0) newest = checkIn;
  }
  return newest;
};

/**
 * A key result's current value: that of the newest check-in up to `asOf` that gives one. The baseline is not taken for
 * it.
 */
export const currentValue = (
  checkIns: Iterable<CheckInOutline>,
  keyResultId: number,
  asOf: number,
): DatedValue | null => {
  const newest = newestOf(checkIns, asOf, ({ values }) => values.has(keyResultId));
  const value = newest?.values.get(keyResultId);
  return newest === null || value === undefined ? null : { day: newest.day, value };
};

/**
 * A key result's values up to `asOf`, oldest first, one a day: a later check-in of the same day corrects an earlier
 * one.
 */
export const valuesOverTime = (checkIns: Iterable<CheckInOutline>, keyResultId: number, asOf: number): DatedValue[] => {
  const byDay = new Map<number, number>();
  for (const { day, values } of [...checkIns].sort(inOrder)) {
    const value = values.get(keyResultId);
    if (value !== undefined && day <= asOf) byDay.set(day, value);
  }
  return [...byDay].map(([day, value]) => ({ day, value }));
};

/** The newest check-in on an objective up to `asOf`. */
export const newestCheckIn = (
  checkIns: Iterable<CheckInOutline>,
  objective: string,
  asOf: number,
): CheckInOutline | null => newestOf(checkIns, asOf, (checkIn) => checkIn.objective === objective);

/** Whether a day is at most `days` before `asOf`, and not after it. */
export const isWithin = (day: number, asOf: number, days: number): boolean => day <= asOf && asOf - day <= days;

/** Whether a cadence has passed since a day; `null`: since before all that is known. */
export const hasCadencePassed = (since: Day | null, asOf: number, cadenceDays: number): boolean =>
  since === null || asOf - since >= cadenceDays;

/**
 * The day when an objective's next check-in is due: one cadence after the last; the first on its start, or today
 * without a start.
 */
export const checkInDue = (last: Day | null, start: Day | null, today: Day, cadenceDays: number): Day =>
  last === null ? (start ?? today) : last + cadenceDays;

/** The health stated last, until one cadence has passed; `null` after that. */
export const statedHealth = (
  checkIns: Iterable<CheckInOutline>,
  objective: string,
  asOf: number,
  cadenceDays: number,
): Statement | null => {
  const newest = newestOf(checkIns, asOf, (checkIn) => checkIn.objective === objective && checkIn.health !== null);
  if (newest === null || newest.health === null || !isWithin(newest.day, asOf, cadenceDays)) return null;
  return { health: newest.health, day: newest.day, author: newest.author };
};
