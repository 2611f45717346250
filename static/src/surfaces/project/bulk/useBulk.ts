import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BulkBatch, BulkJob, EntryState } from '../../../../../src/contract';
import { batches } from '../../../../../src/domain/batches';
import { MOST_GATHERED, MOST_IN_JOB } from '../../../../../src/domain/callLimits';
import { ask, type Payload } from '../../../shared/ask';
import { readShown } from '../../../shared/jira/issues';
import { searchIds } from '../../../shared/jira/searchIds';
import { asking, queryKeyOf } from '../../../shared/queries';
import { readAgain } from '../useProject';
import { type Chosen, jqlFor } from './chosen';

/** How often a page asks how far a job is. */
const POLL_MS = 2_000;

/** What was found, and what could be done with it. `job`: `null`: nothing was found */
export type Gathered = Omit<BulkBatch, 'job'> & { job: string | null; found: number };

const NOTHING: Gathered = {
  job: null,
  found: 0,
  editable: 0,
  tagged: {},
  forbidden: 0,
  notFound: 0,
  subtask: 0,
  objective: 0,
};

const together = (sum: Gathered, batch: BulkBatch, found: number): Gathered => {
  const tagged = { ...sum.tagged };
  for (const [tag, issues] of Object.entries(batch.tagged)) tagged[tag] = (tagged[tag] ?? 0) + issues;
  return {
    job: batch.job,
    found,
    tagged,
    editable: sum.editable + batch.editable,
    forbidden: sum.forbidden + batch.forbidden,
    notFound: sum.notFound + batch.notFound,
    subtask: sum.subtask + batch.subtask,
    objective: sum.objective + batch.objective,
  };
};

/** Finds what is chosen, as the viewer, and has the app check it in batches. */
async function gather(chosen: Chosen, projectId: string): Promise<Gathered> {
  const ids = chosen.source === 'selection' ? chosen.ids : await searchIds(jqlFor(chosen, projectId), MOST_IN_JOB);
  let sum = NOTHING;
  for (const issueIds of batches(ids, MOST_GATHERED)) {
    const batch = await ask('gatherBulk', { job: sum.job, source: chosen.source, issueIds });
    sum = together(sum, batch, ids.length);
  }
  return sum;
}

export const useGather = (projectId: string) =>
  useMutation({ mutationFn: (chosen: Chosen) => gather(chosen, projectId) });

export const isUnderWay = ({ state }: BulkJob): boolean => state !== 'finished';

/** The viewer's newest jobs. Asked for again while one is under way, and what they change is read again. */
export function useBulkJobs() {
  const client = useQueryClient();
  const jobs = useQuery({
    ...asking('bulkJobs', {}),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? POLL_MS : false),
  });
  const done = (jobs.data ?? []).reduce((sum, { issues }) => sum + (issues.done ?? 0), 0);
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (!jobs.isSuccess) return;
    if (before.current !== null && before.current !== done) void readAgain(client);
    before.current = done;
  }, [client, done, jobs.isSuccess]);
  return jobs;
}

/** Keeps what a call said of the jobs. */
function useKeepJobs() {
  const client = useQueryClient();
  return (jobs: BulkJob[]) => client.setQueryData(asking('bulkJobs', {}).queryKey, jobs);
}

export function useStartBulk() {
  const keep = useKeepJobs();
  return useMutation({ mutationFn: (start: Payload<'startBulk'>) => ask('startBulk', start), onSuccess: keep });
}

/** Undoes a job, 1,000 issues a call. */
export function useUndoBulk() {
  const keep = useKeepJobs();
  return useMutation({
    mutationFn: async (job: string) => {
      for (;;) {
        const { isMore, jobs } = await ask('undoBulk', { job });
        keep(jobs);
        if (!isMore) return;
      }
    },
  });
}

/** Pages of the issues of a job that became the same, as Jira shows them. */
export const readAnswers = async (job: string, became: EntryState, after: string | null) => {
  const page = await ask('bulkAnswers', { job, became, after });
  return { ...page, ...(await readShown({ issues: page.issues, estimates: [] })) };
};

export const answersKey = (job: string, became: EntryState) => queryKeyOf('bulkAnswers', job, became);
