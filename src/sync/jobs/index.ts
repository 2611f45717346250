import { getAppContext } from '@forge/api';
import type { Job } from '../../domain/failure';
import { attempt, caught } from './attempt';
import * as handlers from './handlers';
import * as issueEvents from './issueEvents';
import { requestMigration, schemaIsThere } from './migrating';
import type { FunctionAnswer } from '../jqlFunctions/answerFunction';
import { noteFailure } from './noteFailure';
import { tagging as runTagging } from './tagging';

/** A job whose failures are noted for the admin, and thrown on: Forge tries again where it does that. */
const noted =
  <Given extends unknown[], Answer>(job: Job, work: (...given: Given) => Promise<Answer>) =>
  async (...given: Given): Promise<Answer> => {
    try {
      return await work(...given);
    } catch (error) {
      await noteFailure(job, error, getAppContext().invocationId, Date.now());
      throw error;
    }
  };

/** Skips the job while the schema of this version is missing. The next five minutes or hour make up for it. */
const onceMigrated = (work: () => Promise<unknown>) => async (): Promise<{ statusCode: number }> => {
  if (await schemaIsThere()) await work();
  else await requestMigration();
  return handlers.DONE;
};

/** A job of a queue. */
const queued = (job: Job, work: () => Promise<void>) => (): Promise<void> =>
  caught(job, async () => {
    await onceMigrated(() => attempt(job, work))();
  });

const scheduled = (job: Job, work: () => Promise<unknown>) => noted(job, onceMigrated(work));

export const onIssueEvent = noted('issueEvent', issueEvents.onIssueEvent);
export const onLinkEvent = noted('issueEvent', issueEvents.onLinkEvent);
export const onProjectEvent = noted('projectEvent', handlers.onProjectEvent);
export const onLifecycle = noted('lifecycle', handlers.onLifecycle);
export const migrate = (): Promise<void> => caught('migrate', handlers.migrate);
export const drain = queued('drain', handlers.drain);
export const firstSync = queued('firstSync', handlers.firstSync);
export const titleUpdates = queued('titleUpdates', handlers.titleUpdates);
/** A failure is told to the searcher; Jira asks again after a minute. */
export const jqlFunction = async (asked: unknown): Promise<FunctionAnswer> => {
  if (!(await schemaIsThere())) return handlers.NOT_READ;
  try {
    return await handlers.jqlFunction(asked);
  } catch (error) {
    const { invocationId } = getAppContext();
    await noteFailure('jqlFunction', error, invocationId, Date.now());
    return { error: `The app could not answer. Please search again in a minute. Reference: ${invocationId}` };
  }
};
export const tagging = queued('tagging', runTagging);
/** It migrates by itself, so it also runs without the schema. */
export const everyFiveMinutes = noted('everyFiveMinutes', handlers.everyFiveMinutes);
export const everyHour = scheduled('everyHour', handlers.everyHour);
export const everyDay = scheduled('everyDay', handlers.everyDay);
