import { z } from 'zod';

/** How an `InvocationError` that a function returns looks from outside. */
const wish = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({ retryAfter: z.number().optional(), retryReason: z.string().optional(), retryData: z.unknown() })
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
