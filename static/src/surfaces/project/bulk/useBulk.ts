import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BulkBatch, BulkJob, EntryState } from '../../../../../src/contract';
import { batches } from '../../../../../src/domain/batches';
import { MOST_GATHERED, MOST_IN_JOB } from '../../../../../src/domain/callLimits';
import { ask, type Payload } from '../../../shared/ask';
import { readShown } from '../../../shared/jira/issues';
import { searchIds } from '../../../shared/jira/searchIds';
import { queryKeyOf } from '../../../shared/queries';
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

const JOBS_KEY = queryKeyOf('bulkJobs');

/** The viewer's jobs, newest first, page by page. Asked for again while one is under way, and what they change is read again. */
export function useBulkJobs() {
  const client = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: JOBS_KEY,
    queryFn: ({ pageParam }) => ask('bulkJobs', { before: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) => (data?.pages.some(({ jobs }) => jobs.some(isUnderWay)) ? POLL_MS : false),
  });
  const jobs = list.data?.pages.flatMap((page) => page.jobs) ?? [];
  const linked = jobs.map(({ id, issues }) => [id, issues.done ?? 0] as const);
  const before = useRef<ReadonlyMap<string, number> | null>(null);
  useEffect(() => {
    if (!list.isSuccess) return;
    const isChanged = ([id, done]: readonly [string, number]): boolean => (before.current?.get(id) ?? done) !== done;
    if (linked.some(isChanged)) void readAgain(client);
    before.current = new Map(linked);
  });
  return { list, jobs };
}

/** Reads again what became of the jobs. */
function useReadJobs() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: JOBS_KEY });
}

export function useStartBulk() {
  const onSuccess = useReadJobs();
  return useMutation({ mutationFn: (start: Payload<'startBulk'>) => ask('startBulk', start), onSuccess });
}

/** Undoes a job, 1,000 issues a call. */
export function useUndoBulk() {
  const readJobs = useReadJobs();
  return useMutation({
    mutationFn: async (job: string) => {
      for (let isMore = true; isMore;) {
        ({ isMore } = await ask('undoBulk', { job }));
        await readJobs();
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
