import type { Context, Hono } from 'hono';
import { JiraError } from '../errors';
import { TextResponse } from '../../http/textResponse';
import type { Caller } from '../model';

/** What every route gets beside the request: who asks. */
export type Env = { Bindings: { caller: Caller } };

/** A router to which the routes of one subject are added. */
export type Routes = Hono<Env>;

/**
 * The body of a request.
 * @throws JiraError 400 if it is not JSON
 */
export async function bodyOf<T>(c: Context<Env>): Promise<T> {
  try {
    return await c.req.json<T>();
  } catch {
    throw new JiraError(400, ['The request body is not JSON.']);
  }
}

/** An answer in JSON. */
export const json = (value: unknown, status = 200): Response => TextResponse.json(value, { status });
