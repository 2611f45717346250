import { AppError } from '../domain/appError';
import { Cascade } from '../domain/strategy/cascade';
import { objectivesOn } from '../domain/strategy/pastObjectives';
import { formatDay, type Day } from '../domain/time/day';
import { DEFAULT_WINDOW_DAYS, type WindowDays } from '../domain/time/window';
import type { Coverage } from '../domain/work/coverage';
import type { Cell } from '../domain/work/cell';
import { type Mix, mixOf, type Part } from '../domain/work/mix';
import { type PastWork, pastWork } from '../domain/work/pastWork';
import type { Sizing } from '../domain/work/sizing';
import { recordedIn, type RecordedDay } from '../store/strategy/recordedDay';
import type { StrategyOutline } from '../store/strategy/statedStrategy';
import { pastItems } from '../store/work/pastItems';

/** Work items that are counted again at once: more would take a call too long, and too much memory. */
const MOST_ITEMS = 150_000;

/**
 * @param today the day of the page's figures
 * @throws AppError `invalid` unless the day is before today
 */
export const refuseUnlessPast = (day: Day, today: Day): void => {
  if (day >= today) throw new AppError('invalid', `Choose a day before ${formatDay(today)}: that one is not past yet.`);
};

const NOTHING: RecordedDay = { scores: null, objectives: [], projects: [] };

/** What was recorded on a day; nothing with another window than is recorded. One statement, or none. */
export const recordedOn = (day: Day, window: WindowDays, coverage: Coverage): Promise<RecordedDay> =>
  window === DEFAULT_WINDOW_DAYS ? recordedIn({ from: day, to: day }, coverage) : Promise.resolve(NOTHING);

type Asked = {
  day: Day;
  window: WindowDays;
  coverage: Pick<Coverage, 'covers' | 'covered'>;
  strategy: Pick<StrategyOutline, 'objectives' | 'issues' | 'servedKey'>;
};

/** The work of a past day, with the strategy that it is counted under. */
type CountedAgain = PastWork & { cascade: Cascade };

/**
 * The work of a past day, counted again from the work items, under today's strategy with the objectives that are issues
 * as they were. One statement for each 38,000, and up to four more.
 * @throws AppError `invalid` if there are too many
 */
export const countedAgain = async ({ day, window, coverage, strategy }: Asked): Promise<CountedAgain> => {
  const { servedKey, issues } = strategy;
  const items = await pastItems({
    day,
    coverage,
    servedKey,
    issues: [...issues.values()].map(({ id }) => id),
    most: MOST_ITEMS,
  });
  if (items.length > MOST_ITEMS) {
    throw new AppError(
      'invalid',
      `${formatDay(day)} was not recorded with a window of ${window} days, and there are too many work items to count it again here. Choose a day that the app recorded with the window of ${DEFAULT_WINDOW_DAYS} days, or open the page of one project.`,
    );
  }
  const counts = (project: number): boolean => coverage.covered.has(project);
  const cascade = new Cascade(objectivesOn(strategy, items, day));
  return { ...pastWork(items, { day, days: window, counts, statusOf: cascade.statusOf }), cascade };
};

/** Effort and planned work of some cells. */
export const mixesOf = (
  cells: readonly Cell[],
  sizing: Sizing,
  { statusOf }: Pick<Cascade, 'statusOf'>,
): Record<Part, Mix> => ({
  effort: mixOf(cells, 'effort', sizing, statusOf),
  planned: mixOf(cells, 'planned', sizing, statusOf),
});
