import { z } from 'zod';
import { MOST_LINKED } from '../domain/callLimits';
import { isPrintableLine, wellFormed } from '../domain/text';
import { isDay } from '../domain/time/day';
import { firstDayOf, lastDayOf } from '../domain/time/weeks';
import { LONGEST_KEY } from '../domain/strategy/objectiveKey';
import { textProblem, tidyText } from '../domain/strategy/objectiveRules';
import { COUNTED_PARTS, COUNTED_STANDINGS, countedProblem, OUTSIDE, UNLINKED_PARTS } from '../domain/work/countedWork';
import { DEFERRAL_DAYS, DEFERRAL_REASONS } from '../domain/work/deferral';
import { FUNCTION_KINDS, MOST_ROWS } from '../domain/work/functionMatrix';
import { MEASURES } from '../domain/work/tally';
import { WINDOW_DAYS } from '../domain/time/window';
import { jiraId } from '../jira/jiraId';

/** Shapes of payloads. */
export const line = z.string().refine(isPrintableLine, 'holds a character that cannot be shown');

export const key = line.min(1).max(LONGEST_KEY);

/** An account id. */
export const account = line.min(1).max(128);

/** What somebody types to find something. */
export const query = z.string().max(200).transform(wellFormed);

export const measure = z.enum(MEASURES);

export const tag = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('objective'), key }),
  z.object({ kind: z.literal('run') }),
]);

export const window = z.literal(WINDOW_DAYS);

export const filter = z.object({
  sprint: jiraId.optional(),
  fixVersion: jiraId.optional(),
  component: jiraId.optional(),
});

export const cursor = jiraId.nullable();

/** A place in a list of counted units, as an answer gave it. */
export const place = line.max(200).nullable();

/** The id of a row of the matrix: an id of Jira's, a number or a UUID, or one of the app's words. */
const rowId = line.min(1).max(100);

/** A row of the matrix, or all but some. */
export const row = z
  .union([
    z.object({ by: z.enum(FUNCTION_KINDS), id: rowId }),
    z.object({ by: z.enum(FUNCTION_KINDS), without: z.array(rowId).max(MOST_ROWS) }),
  ])
  .nullable();

/** Weeks since that of 1970-01-01. */
const week = z.number().refine((one) => isDay(firstDayOf(one)) && isDay(lastDayOf(one)), 'is not a week');

/** Days since 1970-01-01. */
export const day = z.number().refine(isDay, 'is not a day');

/** What a number counts. */
export const counted = z
  .object({
    part: z.enum(COUNTED_PARTS),
    standing: z.enum(COUNTED_STANDINGS).nullable(),
    objective: z.union([z.object({ key, below: z.boolean() }), z.literal(OUTSIDE)]).nullable(),
    weeks: z.object({ first: week.nullable(), last: week }).nullable(),
    isUnestimated: z.boolean().optional(),
    assignee: account.optional(),
    below: jiraId.optional(),
    retags: z.union([z.literal('late'), z.object({ from: day, to: day })]).optional(),
  })
  .superRefine((counted, context) => {
    const message = countedProblem(counted);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });

export const part = z.enum(UNLINKED_PARTS);

const issueIds = z.array(jiraId).min(1).max(MOST_LINKED);

/** Issues to link. */
export const linked = z.object({ issueIds, to: tag, isSuggested: z.boolean().optional() });

/** Links to take back, and what the issues had before. */
export const unlinked = z.object({ issueIds, was: tag, back: tag.nullable() });

/** What is set aside, or taken back. */
export const deferred = z.object({
  issueIds,
  deferral: z.object({ reason: z.enum(DEFERRAL_REASONS), days: z.literal(DEFERRAL_DAYS) }).nullable(),
});

/** Links that a page learns from, each of which it reads from Jira. */
export const MOST_PAST_LINKS = 400;

export const issueId = jiraId;

/** Limited here only where the use case sets no limit of its own. */
export const remark = z
  .string()
  .nullable()
  .transform(tidyText)
  .superRefine((text, context) => {
    for (const { message } of textProblem('', text)) context.addIssue({ code: 'custom', message });
  });
