/**
 * Why something was not done. `excluded`: an admin left the project out. `conflict`: somebody else changed it
 * meanwhile. `notReady`: the app has not read the site yet. `migrating`: its tables are being made or changed. `busy`:
 * Jira asks to try later, or the visitor asked for too much.
 */
export type AppErrorCode =
  'invalid' | 'forbidden' | 'notFound' | 'excluded' | 'notReady' | 'migrating' | 'busy' | 'conflict';

/** An error that a person can act on. Pages show its message as it is. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: AppErrorCode,
    message: string,
    /** the form field that is wrong */
    readonly field?: string,
  ) {
    super(message);
  }
}
