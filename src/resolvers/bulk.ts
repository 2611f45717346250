import { z } from 'zod';
import { MOST_GATHERED } from '../domain/callLimits';
import { ENTRY_STATES, JOB_SOURCES } from '../domain/tagging/entry';
import { bulkAnswers, bulkJobs } from '../insight/project/bulkJobs';
import { gatherBulk } from '../linking/bulk/gatherBulk';
import { startBulk } from '../linking/bulk/startBulk';
import { undoBulk } from '../linking/bulk/undoBulk';
import { jiraId } from '../jira/jiraId';
import { answering } from './answering';
import * as payloads from './payloads';

/** The number of a job. */
const job = jiraId;

/** Calls that link many issues in the background. */
export const bulkCalls = {
  gatherBulk: answering(
    'gatherBulk',
    z.object({
      job: job.nullable(),
      source: z.enum(JOB_SOURCES),
      issueIds: z.array(payloads.issueId).min(1).max(MOST_GATHERED),
    }),
    ({ payload, visitor, now }) => gatherBulk(payload, visitor, now),
  ),

  startBulk: answering(
    'startBulk',
    z.object({ job, to: payloads.tag, overwrites: z.boolean() }),
    async ({ payload, visitor, now }) => {
      await startBulk(payload, visitor, now);
      return { job: payload.job };
    },
  ),

  bulkJobs: answering('bulkJobs', z.object({ before: job.nullable() }), ({ payload, visitor }) =>
    bulkJobs(payload, visitor.account, visitor.project.id),
  ),

  bulkAnswers: answering(
    'bulkAnswers',
    z.object({ job, became: z.enum(ENTRY_STATES), after: payloads.cursor }),
    ({ payload, visitor }) => bulkAnswers(payload, visitor.account, visitor.project.id),
  ),

  undoBulk: answering('undoBulk', z.object({ job }), async ({ payload, visitor, now }) => {
    return { isMore: await undoBulk(payload.job, visitor, now) };
  }),
};
