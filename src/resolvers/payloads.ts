import { z } from 'zod';
import { WINDOW_DAYS } from '../domain/time/window';

/** Shapes of what the front end sends. */
export const measure = z.enum(['items', 'points']);

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

/** A day as a form sends it; whether there is such a day is for the use case to say. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a day like 2026-01-31');

export const issueId = jiraId;

/** A longer text is refused here only where its use case says nothing of it. */
export const remark = z.string().max(10_000, 'is longer than 10,000 characters').nullable();
