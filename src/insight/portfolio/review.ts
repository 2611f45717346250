import type { Review } from '../../contract';
import { type Day, dayOf } from '../../domain/time/day';
import { pointUpTo } from '../../domain/forecast/trend';
import { ratio } from '../../domain/ratio';
import { WINDOW_DAYS, windowEnding } from '../../domain/time/window';
import { storeLastReview } from '../../settings/lastReview';
import { siteReading } from '../../site/siteReading';
import { checkInsPage } from '../../store/strategy/checkIns';
import { eventsPage } from '../../store/strategy/strategyEvents';
import { shownCheckIns } from './checkIns';
import { shownHistory } from './history';
import { portfolioFiguresFor } from './portfolioFigures';
import type { Look, PortfolioViewer } from './readPortfolio';
import { turnedSince } from './turned';

/** Without a recorded review: as far back as the shortest window. */
const [DAYS_BACK] = WINDOW_DAYS;

/** What changed since a day, or with `null` since the last review. At most nine statements. */
export const review = async (since: Day | null, look: Look, viewer: PortfolioViewer, now: number): Promise<Review> => {
  const { lastReview } = viewer;
  const beginning = (asOf: Day): Day => since ?? lastReview ?? windowEnding(asOf, DAYS_BACK).from;
  const figures = await portfolioFiguresFor(look, viewer, now, { days: (asOf) => [beginning(asOf), asOf] });
  const { reading, outlook } = figures;
  const { cascade } = reading;
  const from = beginning(reading.asOf);
  const [changes, checkIns] = await Promise.all([
    eventsPage({ since: from }, viewer),
    checkInsPage({ since: from }, viewer),
  ]);
  const before = pointUpTo(outlook.trend, from);
  return {
    since: from,
    lastReview,
    changes: shownHistory(changes.rows, cascade, viewer),
    changesLeft: changes.left,
    checkIns: shownCheckIns(checkIns.rows),
    checkInsLeft: checkIns.left,
    before,
    ...turnedSince(from, figures),
    progress: cascade.objectives
      .filter(({ status }) => status === 'active')
      .map(({ key }) => {
        const trend = outlook.workTrends.get(key) ?? [];
        return { objective: key, before: progressAt(pointUpTo(trend, from)), now: progressAt(trend.at(-1) ?? null) };
      }),
  };
};

const progressAt = (point: { total: number; done: number } | null): number | null =>
  point && ratio(point.done, point.total);

/** Stores that a review was held today, in the site's time zone. */
export const recordReview = async (now: number): Promise<{ lastReview: Day }> => {
  const today = dayOf(now, (await siteReading()).timeZone);
  await storeLastReview(today);
  return { lastReview: today };
};
