import { dayOf, startOfDay } from '../../domain/time/day';
import { MINUTE_MS } from '../../domain/time/milliseconds';
import { WINDOW_DAYS, windowEnding } from '../../domain/time/window';
import { windowOfStep, WHOLE } from '../../domain/work/firstReading';

/**
 * How the issues of a site are divided among the steps of `domain/work/firstReading.ts`. `began`: when the run began
 * (epoch milliseconds); the windows are those of that day, so the division stays the same while the run lasts, and
 * later windows need no older issues. `above`: ids of the issue types above level 0
 */
export type Strata = { began: number; timeZone: string; above: readonly string[] };

/**
 * JQL for the issues of these projects that a step reads, in the order in which it reads them. Each issue is in one
 * step; one that moves between steps meanwhile is found by its event, or by the reconciliation after the run.
 *
 * Everything above level 0 is read with the shortest window: what recent work inherits from is mostly there, and is
 * not read twice.
 */
export const jqlOfStep = (strata: Strata, step: number, projects: readonly number[], now: number): string => {
  // Ordered by number, so that an issue that changes while pages are read is neither repeated nor missed.
  if (step === WHOLE) return `project = ${projects.join()} ORDER BY key ASC`;
  const window = windowOfStep(step);
  const days = endedDays(strata, now);
  const which =
    window === 0
      ? neededBy(strata, 0, now)
      : `${OVER}${below(strata)} AND ${days(window, window ?? WINDOW_DAYS.length)}`;
  // By creation, because that never changes either.
  return `project in (${projects.join(', ')}) AND ${which} ORDER BY created DESC`;
};

/** JQL for all issues of a project that a window needs there. `window`: its place in `WINDOW_DAYS` */
export const jqlOfWindow = (strata: Strata, window: number, project: number, now: number): string =>
  `project = ${project} AND ${neededBy(strata, window, now)}`;

const OVER = 'statusCategory = Done';

const neededBy = (strata: Strata, window: number, now: number): string => {
  const above = strata.above.length === 0 ? '' : ` OR issuetype in (${strata.above.join(', ')})`;
  return `(statusCategory != Done OR ${endedDays(strata, now)(window, 0)}${above})`;
};

const below = ({ above }: Strata): string => (above.length === 0 ? '' : ` AND issuetype not in (${above.join(', ')})`);

/**
 * Ranges of days on which an issue was resolved; without such a day, on which its status category changed, as
 * `toWorkItem` reads it. In minutes before now, because Jira reads dates in the time zone of whoever asks.
 */
const endedDays =
  ({ began, timeZone }: Strata, now: number) =>
  /** @param from the window that begins the range; `null`: it has no beginning. @param to before the window shorter than this one */
  (from: number | null, to: number): string => {
    const beginOf = (window: number): number =>
      startOfDay(windowEnding(dayOf(began, timeZone), WINDOW_DAYS[window] ?? 0).from, timeZone);
    const since = from === null ? null : Math.ceil((now - beginOf(from)) / MINUTE_MS) + SLACK_MINUTES;
    const before = to === 0 ? null : Math.floor((now - beginOf(to - 1)) / MINUTE_MS) - SLACK_MINUTES;
    const inRange = (field: string): string =>
      [
        ...(since === null ? [] : [`${field} >= -${since}m`]),
        ...(before === null ? [] : [`${field} < -${before}m`]),
      ].join(' AND ');
    const changed = inRange('statusCategoryChangedDate');
    const undated = from === null ? `(${changed} OR statusCategoryChangedDate is EMPTY)` : changed;
    return `(${inRange('resolved')} OR resolved is EMPTY AND ${undated})`;
  };

/** Ranges overlap by twice as much: Jira's clock is not ours, and it answers later than it is asked. */
const SLACK_MINUTES = 10;
