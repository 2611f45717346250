import { z } from 'zod';
import type { Review } from '../../contract';
import { type Day, dayOf } from '../../domain/time/day';
import { pointUpTo } from '../../domain/forecast/trend';
import { ratio } from '../../domain/ratio';
import { WINDOW_DAYS, windowEnding } from '../../domain/time/window';
import { readSetting, writeSetting } from '../../store/runs/settingStore';
import { siteReading } from '../../site/siteReading';
import { checkInsPage } from '../../store/strategy/checkIns';
import { eventsPage } from '../../store/strategy/strategyEvents';
import { shownCheckIns } from './checkIns';
import { shownHistory } from './history';
import { portfolioFiguresFor } from './portfolioFigures';
import type { Look, PortfolioViewer } from './readPortfolio';
import { turnedSince } from './turned';

const LAST_REVIEW = 'lastReview';
const storedDay = z.number().int();

/** Without a recorded review: as far back as the shortest window. */
const [DAYS_BACK] = WINDOW_DAYS;

/** What changed since a day, or with `null` since the last review. At most eleven statements. */
export const review = async (since: Day | null, look: Look, viewer: PortfolioViewer, now: number): Promise<Review> => {
  const last = storedDay.safeParse(await readSetting(LAST_REVIEW)).data ?? null;
  const asked = since ?? last;
  const figures = await portfolioFiguresFor(look, viewer, now);
  const { reading, outlook } = figures;
  const { cascade } = reading;
  const from = asked ?? windowEnding(reading.asOf, DAYS_BACK).from;
  const [changes, checkIns, turned] = await Promise.all([
    eventsPage({ since: from }, viewer),
    checkInsPage({ since: from }, viewer),
    turnedSince(from, figures),
  ]);
  const before = pointUpTo(outlook.trend, from);
  return {
    since: from,
    lastReview: last,
    changes: shownHistory(changes.rows, cascade, viewer),
    changesLeft: changes.left,
    checkIns: shownCheckIns(checkIns.rows),
    checkInsLeft: checkIns.left,
    before,
    ...turned,
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
  await writeSetting(LAST_REVIEW, today);
  return { lastReview: today };
};
