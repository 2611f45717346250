import { ForgeSQLAPIError } from '@forge/sql';
import { JiraError } from '../../jira/jiraError';
import { mysqlErrno } from '../../store/sql/mysqlErrno';
import { partsOf } from './runEach';

const MOST_FRAMES = 5;

/**
 * The loggable part of an error: messages that the app or the platform wrote. A `JiraError` and a database error hold
 * no text of issues. `errno`: the database's own number, which tells too much memory (8175) from too much time (3024)
 */
export const evidence = (error: unknown): Record<string, unknown> => {
  if (error instanceof AggregateError) return { failure: 'several', parts: partsOf(error).map(evidence) };
  if (error instanceof JiraError) return { failure: error.failure, status: error.status, message: error.message };
  if (error instanceof ForgeSQLAPIError) return { failure: 'sql', code: error.code, errno: mysqlErrno(error) };
  return {
    failure: error instanceof Error ? error.name : 'unknown',
    stack: error instanceof Error ? frames(error) : null,
  };
};

/** The stack without its first line, which is the message. */
const frames = ({ stack }: Error): string[] =>
  (stack ?? '')
    .split('\n')
    .slice(1, MOST_FRAMES + 1)
    .map((line) => line.trim());
