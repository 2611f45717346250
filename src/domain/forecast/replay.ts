import { runningSums } from '../time/runningSums';
import { Foresight, HORIZONS, WEEKS_FOR_END } from './foresight';
import { memoriesOf, type Remembered } from './memory';
import { seasonOf } from './season';
import { HALF_LIVES, type Standpoint } from './views';
import { type Coming, comeWeekly, sumBetween, type WeeklyCounts } from './weeklyCounts';

/** Weeks before a forecast, in which something must have been done. */
export const WEEKS_BEFORE = 12;
/** Units done in them, for an earlier forecast to count. */
const FEWEST_DONE = 5;

/** A scope of forecasts: a project, or an objective with all below it. */
export type Scope = {
  key: string;
  counts: WeeklyCounts;
  /** the day on which its first week ends */
  firstWeekEnds: number;
  /** the weeks at whose end earlier forecasts are replayed, ascending, from the twelfth on */
  asOfs: readonly number[];
};

/** An earlier forecast: a scope at the end of a week. */
export type Case<Of extends Scope = Scope> = { scope: Of; week: number; day: number; from: Standpoint };

/** A scope with what is remembered of it at the end of each week. */
export class Looked {
  private readonly memories: ReadonlyMap<number, readonly Remembered[]>;
  readonly weekly: readonly number[];
  private readonly sums: readonly number[];

  constructor(
    private readonly counts: WeeklyCounts,
    coming: Coming,
  ) {
    this.weekly = comeWeekly(counts, coming);
    this.sums = runningSums(this.weekly);
    const weekly = { came: this.weekly, added: counts.added, open: counts.open };
    this.memories = new Map(HALF_LIVES.map((halfLife) => [halfLife, memoriesOf(weekly, halfLife)]));
  }

  /** Where it stood at the end of a week. */
  at(week: number, open = this.counts.open[week] ?? 0): Standpoint {
    return {
      open: Math.max(0, open),
      season: (halfLife, weeks) => seasonOf(this.sums, this.memories.get(halfLife) ?? [], week, weeks),
      memories: new Map([...this.memories].flatMap(([halfLife, of]) => (of[week] ? [[halfLife, of[week]]] : []))),
    };
  }
}

/** What will be learned of an earlier forecast on a day. */
type Lesson = { knownOn: number; learn: (foresight: Foresight, waiting: number) => void };

/** The lessons of a case: what came at each horizon, and when its open units had come. Only what is past. */
const lessonsOf = ({ week, day, from, weekly }: CaseWithPast): (Lesson | null)[] => {
  const after = (weeks: number, learn: Lesson['learn']): Lesson | null =>
    week + weeks < weekly.length ? { knownOn: day + 7 * weeks, learn } : null;
  return [
    ...HORIZONS.map((horizon) =>
      after(horizon, (foresight, waiting) => {
        const came = sumBetween(weekly, week, week + horizon);
        foresight.at(horizon).learn({ from, weeks: horizon }, came, waiting);
      }),
    ),
    from.open <= 0
      ? null
      : after(WEEKS_FOR_END, (foresight, waiting) => {
          foresight.learnEnd(from, weeksUntil(weekly, week, from.open, week + WEEKS_FOR_END), waiting);
        }),
  ];
};

/** The weeks after `week` in which so many units had come; `null`: not by the week `last`. */
export const weeksUntil = (weekly: readonly number[], week: number, units: number, last: number): number | null => {
  let left = units;
  for (let at = week + 1; at <= last; at++) {
    left -= weekly[at] ?? 0;
    if (left <= 0) return at - week;
  }
  return null;
};

/**
 * Plays the earlier forecasts of scopes in the order of their days. Each is made with what was known on its day, also of
 * how earlier ones came true.
 * @param made is called for each forecast
 * @returns what is known in the end
 */
export const replay = <Of extends Scope>(
  scopes: readonly Of[],
  coming: Coming,
  made: (of: Case<Of>, foresight: Foresight) => void = () => undefined,
): Foresight => {
  const foresight = new Foresight();
  // One queue for each kind of lesson: in each, days ascend.
  const waiting: Lesson[][] = [];
  const learnUntil = (day: number): void => {
    for (const queue of waiting) {
      const known = queue.findIndex(({ knownOn }) => knownOn > day);
      const lessons = queue.splice(0, known === -1 ? queue.length : known);
      lessons.forEach(({ learn }, at) => learn(foresight, queue.length + lessons.length - 1 - at));
    }
  };
  for (const of of casesOf(scopes, coming)) {
    learnUntil(of.day);
    made(of, foresight);
    lessonsOf(of).forEach((lesson, kind) => {
      const queue = (waiting[kind] ??= []);
      if (lesson) queue.push(lesson);
    });
  }
  learnUntil(Infinity);
  return foresight;
};

type CaseWithPast<Of extends Scope = Scope> = Case<Of> & { weekly: readonly number[] };

const casesOf = <Of extends Scope>(scopes: readonly Of[], coming: Coming): CaseWithPast<Of>[] =>
  scopes
    .flatMap((scope) => {
      const looked = new Looked(scope.counts, coming);
      return scope.asOfs
        .filter((week) => sumBetween(scope.counts.done, week - WEEKS_BEFORE, week) >= FEWEST_DONE)
        .map((week) => ({
          scope,
          week,
          day: scope.firstWeekEnds + 7 * week,
          from: looked.at(week),
          weekly: looked.weekly,
        }));
    })
    .sort((a, b) => a.day - b.day);
