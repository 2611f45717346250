import { ForgeSQLAPIError } from '@forge/sql';
import { randomUUID } from 'node:crypto';
import type { AppErrorBody } from '../contract';
import { AppError } from '../domain/appError';
import { JiraError } from '../jira/jiraError';
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

/**
 * The loggable part of an error: messages that the app or the platform wrote. A `JiraError` and a database error hold
 * no text of issues.
 */
const evidence = (error: unknown): Record<string, unknown> => {
  if (error instanceof JiraError) return { failure: error.failure, status: error.status, message: error.message };
  if (error instanceof ForgeSQLAPIError) return { failure: 'sql', code: error.code };
  return {
    failure: error instanceof Error ? error.name : 'unknown',
    stack: error instanceof Error ? frames(error) : null,
  };
};

/** The stack without its first line, which is the message. */
const frames = ({ stack }: Error): string[] =>
  (stack ?? '')
    .split('\n')
    .slice(1, 6)
    .map((line) => line.trim());
