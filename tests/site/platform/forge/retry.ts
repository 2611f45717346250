import { z } from 'zod';
import { FunctionEnded, FunctionTimeOut } from './appFunctions';

/** How an `InvocationError` that a function returns looks from outside. */
const wish = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .optional(),
});

export type Retry = { afterMs: number; context: { retryCount: number; retryReason: string; retryData: unknown } };

const LONGEST_SECONDS = 900;

/**
 * The retry that a function's result asks for; `null`: none.
 * @param before how often it was retried already
 */
export function retryWanted(result: unknown, before: number): Retry | null {
  const parsed = wish.safeParse(result);
  if (!parsed.success) return null;
  const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = parsed.data.retryOptions ?? {};
  return {
    afterMs: Math.min(Math.max(retryAfter, 1), LONGEST_SECONDS) * 1000,
    context: { retryCount: before + 1, retryReason, retryData },
  };
}

/** The first wait before an event is retried after a failure; later waits double, up to 15 minutes. */
const FIRST_WAIT_SECONDS = 60;

/**
 * The retry after a failure: a thrown error, a time-out, or too little memory (async-events-api, "Retries"; the first
 * wait is not documented).
 * @param before how often it was retried already
 */
export function retryAfter(error: unknown, before: number): Retry {
  const seconds = Math.min(FIRST_WAIT_SECONDS * 2 ** before, LONGEST_SECONDS);
  return {
    afterMs: seconds * 1000,
    context: { retryCount: before + 1, retryReason: reasonOf(error), retryData: undefined },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof FunctionTimeOut) return 'FUNCTION_TIME_OUT';
  return error instanceof FunctionEnded ? 'FUNCTION_OUT_OF_MEMORY' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
}
