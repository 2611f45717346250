import { z } from 'zod';
import type { CheckInDraft, ObjectiveDraft } from '../contract';
import { importProblem } from '../domain/callLimits';
import { STATED_HEALTHS } from '../domain/strategy/checkIn';
import { HEADLINES, PERSPECTIVES, STATED_STATUSES } from '../domain/strategy/objective';
import { account, key } from './payloads';

/**
 * Shapes of the strategy's payloads. They check kinds of values only. Lengths, sizes and consistency are checked by the
 * use cases, which name the field.
 */
export const revision = z.number().int().min(0);

export const status = z.enum(STATED_STATUSES);

const amount = z.number().nullable();

const goal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reach'), baseline: amount, target: amount }),
  z.object({ kind: z.literal('maintain'), low: z.number(), high: z.number() }),
]);

const keyResult = z.object({
  id: z.number().int().nullable(),
  title: z.string(),
  unit: z.string(),
  goal,
  weight: amount,
});

/** Far more key results than the strategy's rules allow, so that their answer, which names the field, is what people read. */
const MOST_SENT = 1000;

export const objective: z.ZodType<ObjectiveDraft> = z.object({
  title: z.string(),
  description: z.string().nullable(),
  owner: account.nullable(),
  parent: key.nullable(),
  weight: amount,
  perspective: z.enum(PERSPECTIVES).nullable(),
  start: z.number().nullable(),
  target: z.number().nullable(),
  status,
  headline: z.enum(HEADLINES),
  keyResults: z.array(keyResult).max(MOST_SENT),
});

export const checkIn: z.ZodType<CheckInDraft> = z.object({
  objective: key,
  day: z.number(),
  note: z.string().nullable(),
  health: z.enum(STATED_HEALTHS).nullable(),
  decision: z.string().nullable(),
  values: z.array(z.object({ keyResult: z.number().int(), value: z.number() })).max(MOST_SENT),
});

export const csv = z.string().superRefine((text, context) => {
  const message = importProblem(text);
  if (message !== null) context.addIssue({ code: 'custom', message: message.replace(/\.$/, '') });
});
