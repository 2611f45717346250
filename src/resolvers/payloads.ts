import { z } from 'zod';
import { isDay } from '../domain/time/day';
import { LONGEST_TEXT } from '../domain/strategy/objectiveRules';
import { MEASURES } from '../domain/work/tally';
import { WINDOW_DAYS } from '../domain/time/window';

/** Shapes of what the front end sends. */
export const measure = z.enum(MEASURES);

export const tag = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('objective'), key: z.string().min(1).max(64) }),
  z.object({ kind: z.literal('run') }),
]);

export const window = z.literal(WINDOW_DAYS);

const jiraId = z.string().regex(/^\d{1,18}$/, 'is not a Jira id');

export const filter = z.object({
  sprint: jiraId.optional(),
  fixVersion: jiraId.optional(),
  component: jiraId.optional(),
});

export const cursor = jiraId.nullable();

export const part = z.enum(['effort', 'planned', 'all']);

/** As many as Jira reads in one call. */
export const issueIds = z.array(jiraId).min(1).max(100);

/** Days since 1970-01-01. */
export const day = z.number().refine(isDay, 'is not a day');

export const issueId = jiraId;

/** A longer text is refused here only where its use case says nothing of it. */
export const remark = z
  .string()
  .max(LONGEST_TEXT, `is longer than ${LONGEST_TEXT.toLocaleString('en')} characters`)
  .nullable();
