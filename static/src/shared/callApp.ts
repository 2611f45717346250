import { makeInvoke } from '@forge/bridge';
import type { Answer, Contract, ErrorCode } from '../../../src/contract';

const invoke = makeInvoke<Contract>();

export type Payload<K extends keyof Contract> = Parameters<Contract[K]>[0];
export type Data<K extends keyof Contract> = ReturnType<Contract[K]> extends Answer<infer T> ? T : never;

/**
 * The error of a call, with a message that a person can act on. `reference` finds the log line, `field` is the wrong
 * form field.
 */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode | 'unreachable',
    message: string,
    readonly reference: string | null,
    readonly field: string | null = null,
  ) {
    super(message);
    this.name = 'CallError';
  }
}

/**
 * Calls the app's back end.
 *
 * @throws CallError with the app's error, or with code `unreachable` if the call did not reach the app
 */
export async function callApp<K extends keyof Contract>(call: K, payload: Payload<K>): Promise<Data<K>> {
  // The compiler cannot relate a generic key to its payload, so the type is given here.
  const send = invoke as unknown as (call: K, payload: Payload<K>) => Promise<Answer<Data<K>>>;
  const answer = await send(call, payload).catch(() => {
    throw new CallError('unreachable', 'Jira could not reach the app. Check your connection and try again.', null);
  });
  if (!answer.ok) {
    const { code, message, reference, field } = answer.error;
    throw new CallError(code, message, reference, field ?? null);
  }
  return answer.data;
}
