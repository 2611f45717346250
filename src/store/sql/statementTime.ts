import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';

type Meter = { ms: number };

/** What the statements of one call took. A process may serve several calls at once. */
const meters = new AsyncLocalStorage<Meter>();

/** Runs work. `sqlMs` tells how long the database has run its statements so far, in milliseconds. */
export const timingStatements = <T>(work: (sqlMs: () => number) => Promise<T>): Promise<T> => {
  const meter: Meter = { ms: 0 };
  return meters.run(meter, () => work(() => meter.ms));
};

/**
 * What Forge SQL says of a statement. `dbExecutionTime`, in milliseconds, is not documented; published libraries rely on
 * it. The way to the database and back is no part of it.
 */
const said = z.object({ dbExecutionTime: z.number().nonnegative() });

/** Runs one statement, and adds its time to the call that it belongs to: until the answer, where Forge does not say. */
export const timed = async <T extends { metadata?: unknown }>(statement: () => Promise<T>): Promise<T> => {
  const began = Date.now();
  const answer = await statement();
  const meter = meters.getStore();
  if (meter) meter.ms += said.safeParse(answer.metadata).data?.dbExecutionTime ?? Date.now() - began;
  return answer;
};
