/** Why something was not done: `excluded` where an admin left the project out, `conflict` when somebody else changed it meanwhile, `notReady` until the app has read the site, `migrating` while its tables are made or changed, `busy` when Jira wants it tried later. */
export type AppErrorCode =
  'invalid' | 'forbidden' | 'notFound' | 'excluded' | 'notReady' | 'migrating' | 'busy' | 'conflict';

/** A failure that a person can do something about; the message says what, and shows in the page as it is. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: AppErrorCode,
    message: string,
    /** the part of a form that is wrong */
    readonly field?: string,
  ) {
    super(message);
  }
}
