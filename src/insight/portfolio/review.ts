import { z } from 'zod';
import type { Review } from '../../contract';
import { dayOf, formatDay, parseDay } from '../../domain/time/day';
import { AppError } from '../../domain/appError';
import { ratio } from '../../domain/ratio';
import { WINDOW_DAYS, windowEnding } from '../../domain/time/window';
import { readSetting, writeSetting } from '../../store/runs/settingStore';
import { siteReading } from '../../site/siteReading';
import { shownPoint } from '../figures';
import { shownCheckIns } from './checkIns';
import { shownDay } from './days';
import { shownHistory } from './history';
import { portfolioFiguresFor } from './portfolioFigures';
import { isShown, type Look, type PortfolioViewer } from './readPortfolio';

const LAST_REVIEW = 'lastReview';
const storedDay = z.number().int();

/** Where no review was recorded, one looks back as far as the shortest window. */
const [DAYS_BACK] = WINDOW_DAYS;

const parsed = (since: string): number => {
  const day = parseDay(since);
  if (day === null) throw new AppError('invalid', `"${since}" is not a day. Write it like 2026-01-31.`, 'since');
  return day;
};

/** What changed since a day; with `null` since the last review. At most ten statements. */
export const review = async (
  since: string | null,
  look: Look,
  viewer: PortfolioViewer,
  now: number,
): Promise<Review> => {
  const last = storedDay.safeParse(await readSetting(LAST_REVIEW)).data ?? null;
  const asked = since === null ? last : parsed(since);
  const { reading, outlook } = await portfolioFiguresFor(look, viewer, now, asked === null ? {} : { from: asked });
  const { cascade, checkIns } = reading;
  const from = asked ?? windowEnding(reading.asOf, DAYS_BACK).from;
  const isVisible = (key: string): boolean => {
    const objective = cascade.find(key);
    return objective !== undefined && isShown(objective, viewer);
  };
  const before = upTo(outlook.trend, from);
  return {
    since: formatDay(from),
    lastReview: shownDay(last),
    changes: shownHistory(
      reading.events.filter(({ objective, day }) => day >= from && isVisible(objective)),
      cascade,
    ),
    checkIns: shownCheckIns(checkIns.filter(({ objective, day }) => day >= from && isVisible(objective))),
    before: before && shownPoint(before),
    progress: cascade.objectives
      .filter(({ key, status }) => status === 'active' && isVisible(key))
      .map(({ key }) => {
        const trend = outlook.workTrends.get(key) ?? [];
        return { objective: key, before: progressAt(upTo(trend, from)), now: progressAt(trend.at(-1) ?? null) };
      }),
  };
};

/** The newest point that is not after a day; `null` where the trend does not reach so far back. */
const upTo = <T extends { day: number }>(trend: readonly T[], day: number): T | null =>
  trend.filter((point) => point.day <= day).at(-1) ?? null;

const progressAt = (point: { total: number; done: number } | null): number | null =>
  point && ratio(point.done, point.total);

/** Notes that a review was held today, in the site's time zone. */
export const recordReview = async (now: number): Promise<{ lastReview: string }> => {
  const today = dayOf(now, (await siteReading()).timeZone);
  await writeSetting(LAST_REVIEW, today);
  return { lastReview: formatDay(today) };
};
