import { getAppContext } from '@forge/api';
import * as handlers from './handlers';
import { noteFailure } from './noteFailure';

/** A job whose failures are noted for the admin. The platform hears of them as before, and tries again where it does. */
const noted =
  <Given extends unknown[], Answer>(job: string, work: (...given: Given) => Promise<Answer>) =>
  async (...given: Given): Promise<Answer> => {
    try {
      return await work(...given);
    } catch (error) {
      await noteFailure(job, error, getAppContext().invocationId, Date.now());
      throw error;
    }
  };

export const onIssueEvent = noted('issueEvent', handlers.onIssueEvent);
export const onProjectEvent = noted('projectEvent', handlers.onProjectEvent);
export const onLifecycle = noted('lifecycle', handlers.onLifecycle);
export const drain = noted('drain', handlers.drain);
export const firstSync = noted('firstSync', handlers.firstSync);
export const retitle = noted('retitle', handlers.retitle);
export const everyFiveMinutes = noted('everyFiveMinutes', handlers.everyFiveMinutes);
export const everyHour = noted('everyHour', handlers.everyHour);
export const everyDay = noted('everyDay', handlers.everyDay);
