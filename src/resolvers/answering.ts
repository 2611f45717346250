import type { Request } from '@forge/resolver';
import type { z } from 'zod';
import { accountIn, admit, type Visitor } from '../access/admit';
import { noteSpender } from '../access/budget';
import { ASKED_ANEW, WHO_MAY } from '../access/whoMay';
import type { Answer, Contract } from '../contract';
import { AppError } from '../domain/appError';
import { countingPoints } from '../jira/spending';
import { timingStatements } from '../store/sql/statementTime';
import { needSchema } from '../sync/jobs/migrating';
import { errorAnswer } from './errors';

type Calls = keyof Contract;
type Payload<K extends Calls> = Parameters<Contract[K]>[0];
type Data<K extends Calls> = ReturnType<Contract[K]> extends Answer<infer T> ? T : never;

/** What a use case gets: the checked payload, the admitted visitor, and the time (epoch milliseconds). */
export type Ask<K extends Calls> = { payload: Payload<K>; visitor: Visitor<(typeof WHO_MAY)[K]>; now: number };

/** Longer calls are logged. Forge allows 25 seconds. */
const SLOW_MS = 3_000;

/**
 * Wraps a use case as a resolver: waits for the schema, admits the visitor by the call's rule, checks the payload, turns
 * every error into an answer, and notes what the call took. Never throws at the page.
 */
export const answering = <K extends Calls>(
  call: K,
  shape: z.ZodType<Payload<K>>,
  work: (ask: Ask<K>) => Promise<Data<K>>,
) => {
  const answer = async ({ payload, context }: Request, now: number): Promise<Answer<Data<K>>> => {
    try {
      await needSchema();
      const visitor = await admit(WHO_MAY[call], context, { payload, anew: ASKED_ANEW.has(call) });
      const parsed = shape.safeParse(payload);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new AppError(
          'invalid',
          `${issue?.path.join('.') ?? 'The request'}: ${issue?.message ?? 'is not valid'}.`,
        );
      }
      return { ok: true, data: await work({ payload: parsed.data, visitor, now }) };
    } catch (error) {
      return { ok: false, error: await errorAnswer(call, error, Date.now()) };
    }
  };
  return (request: Request): Promise<Answer<Data<K>>> =>
    timingStatements((sqlMs) =>
      countingPoints(async (points) => {
        const now = Date.now();
        const answered = await answer(request, now);
        const account = accountIn(request.context);
        if (account !== null) await noteSpender(account, { ms: sqlMs(), points: points() }, now);
        const ms = Date.now() - now;
        if (ms > SLOW_MS) console.warn(JSON.stringify({ event: 'slow', call, ms }));
        return answered;
      }),
    );
};
