import { randomUUID } from 'node:crypto';
import type { AppErrorBody } from '../contract';
import { AppError } from '../domain/appError';
import { JiraError } from '../jira/jiraError';
import { evidence } from '../sync/jobs/evidence';
import { noteFailure } from '../sync/jobs/noteFailure';

const BUSY = 'Jira is busy. Nothing was lost; please try again in a minute.';
const INTERNAL =
  'Something went wrong in the app. Please try again; if it happens again, tell your Jira admin the reference.';

/**
 * Turns any error into an answer with a message and a reference. Logs it, and counts it for the admin, by call and
 * kind: never with text of an issue or a person.
 */
export const errorAnswer = async (call: string, error: unknown, now: number): Promise<AppErrorBody> => {
  const reference = randomUUID().slice(0, 8);
  if (!(error instanceof AppError)) {
    console.error(JSON.stringify({ event: 'failed', call, reference, ...evidence(error) }));
    await noteFailure(call, error, reference, now);
  }
  return { ...saying(error), reference };
};

const saying = (error: unknown): Omit<AppErrorBody, 'reference'> => {
  if (error instanceof AppError) {
    const { code, message, field } = error;
    return { code, message, ...(field === undefined ? {} : { field }) };
  }
  if (error instanceof JiraError && error.failure === 'busy') return { code: 'busy', message: BUSY };
  return { code: 'internal', message: INTERNAL };
};
