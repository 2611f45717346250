import { z } from 'zod';
import type { Day } from '../domain/time/day';
import { writeSetting } from '../store/runs/settingStore';

/** The setting that holds the day of the last review. */
export const LAST_REVIEW = 'lastReview';

/** The day in what is stored; `null`: no review was recorded yet. */
export const lastReviewFrom = (stored: unknown): Day | null => z.number().int().safeParse(stored).data ?? null;

export const storeLastReview = (day: Day): Promise<void> => writeSetting(LAST_REVIEW, day);
