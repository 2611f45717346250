import type { LimitScope } from './rateHeaders';

/**
 * Why Jira did not do what it was asked. `notFound` also stands for what the asking user may not see: Jira does not tell them
 * apart. `busy`: asked too often, or out of reach for now.
 */
export type JiraFailure = 'notFound' | 'forbidden' | 'invalid' | 'busy' | 'malformed';

/** Jira's word that the app asks too often. */
export const TOO_MANY_REQUESTS = 429;

export class JiraError extends Error {
  override readonly name = 'JiraError';

  constructor(
    readonly failure: JiraFailure,
    readonly status: number,
    message: string,
    /** with `busy`: when Jira wants to be asked again (epoch milliseconds); `null` where it does not say */
    readonly retryAt: number | null = null,
    /** with `busy`: what Jira refuses until then */
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

  /** Jira was not even asked: the app has no points left for this, or Jira has said that it will not hear it. */
  static heldBack(call: string, retryAt: number, about?: LimitScope): JiraError {
    return new JiraError('busy', TOO_MANY_REQUESTS, `Rate limits hold ${call} back.`, retryAt, about);
  }
}

const failureOf = (status: number): JiraFailure => {
  if (status === 404 || status === 410) return 'notFound';
  if (status === 401 || status === 403) return 'forbidden';
  return status === TOO_MANY_REQUESTS || status >= 500 ? 'busy' : 'invalid';
};

/** Asks Jira something; `null` where it refuses the question: of a project that went meanwhile, or a token that is too old. */
export const unlessRefused = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof JiraError && error.failure === 'invalid') return null;
    throw error;
  }
};
