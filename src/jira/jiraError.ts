import type { LimitScope } from './rateHeaders';

/**
 * Why Jira refused. `notFound`: also what the asker may not see, which Jira does not tell apart. `busy`: asked too
 * often, or out of reach.
 */
export type JiraFailure = 'notFound' | 'forbidden' | 'invalid' | 'busy' | 'malformed';

export const TOO_MANY_REQUESTS = 429;

export class JiraError extends Error {
  override readonly name = 'JiraError';

  constructor(
    readonly failure: JiraFailure,
    readonly status: number,
    message: string,
    /** with `busy`: when to ask again (epoch milliseconds); `null`: Jira does not say */
    readonly retryAt: number | null = null,
    /** with `busy`: what is refused until then */
    readonly about: LimitScope = 'all',
  ) {
    super(message);
  }

  static ofStatus(status: number, call: string): JiraError {
    return new JiraError(failureOf(status), status, `Jira answered ${status} to ${call}.`);
  }

  static busy(status: number, call: string, retryAt: number | null, about?: LimitScope): JiraError {
    return new JiraError('busy', status, `Jira answered ${status} to ${call}.`, retryAt, about);
  }

  /** The error of a call that was not made: no rate points are left for it, or Jira has said "later". */
  static heldBack(call: string, retryAt: number, about?: LimitScope): JiraError {
    return new JiraError('busy', TOO_MANY_REQUESTS, `Rate limits hold ${call} back.`, retryAt, about);
  }
}

const failureOf = (status: number): JiraFailure => {
  if (status === 404 || status === 410) return 'notFound';
  if (status === 401 || status === 403) return 'forbidden';
  return status === TOO_MANY_REQUESTS || status >= 500 ? 'busy' : 'invalid';
};

/** Jira's status for a fault of its own, which one issue or project can cause. 502 to 504 are faults on the way to Jira. */
const SERVER_ERROR = 500;

/**
 * Whether one of the issues or projects that Jira was asked about may be the cause: Jira did not accept the question, or
 * failed over it.
 */
export const mayBeOfOne = ({ failure, status }: JiraError): boolean =>
  failure === 'malformed' || failure === 'invalid' || status === SERVER_ERROR;

/** Asks Jira; `null` if one of the issues or projects that it is asked about may be why it fails: see `mayBeOfOne`. */
export const unlessOfOne = <T>(ask: () => Promise<T>): Promise<T | null> => nullWhere(mayBeOfOne, ask);

/** Asks Jira; `null` if it refuses the question, because a project is gone or a token has expired. */
export const unlessRefused = <T>(ask: () => Promise<T>): Promise<T | null> =>
  nullWhere(({ failure }) => failure === 'invalid', ask);

const nullWhere = async <T>(isThis: (error: JiraError) => boolean, ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof JiraError && isThis(error)) return null;
    throw error;
  }
};
