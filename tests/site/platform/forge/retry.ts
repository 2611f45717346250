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
 * What is to be done about a function's result: nothing, or running it again.
 * @param before how often it has been run again already
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

/** The waits before an event is handed on again after a failure, in seconds: twice as long each time, up to fifteen minutes. */
const FIRST_WAIT_SECONDS = 60;

/**
 * The platform runs again what threw, took too long or ran out of memory (async-events-api, "Retries"; the first wait is not
 * documented).
 * @param before how often it has been run again already
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
