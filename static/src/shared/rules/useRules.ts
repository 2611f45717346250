import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RuleBatch, Rules, Tag } from '../../../../src/contract';
import { batches } from '../../../../src/domain/batches';
import { MOST_GATHERED, MOST_IN_JOB } from '../../../../src/domain/callLimits';
import { jqlWithin } from '../../../../src/domain/tagging/rule';
import { ask, type Payload } from '../ask';
import { searchIds } from '../jira/searchIds';
import { asking } from '../queries';

/** How often a page asks how far new rules are. */
const POLL_MS = 5_000;

const rulesQuery = asking('rules', {});

const isStarting = ({ rules }: Rules): boolean =>
  rules.some(({ pause, isSwept, waiting }) => pause === null && (!isSwept || (waiting ?? 0) > 0));

/** The rules of the place that the page stands in. Asked for again while one of them takes what matches it. */
export const useRules = () =>
  useQuery({ ...rulesQuery, refetchInterval: ({ state }) => (state.data && isStarting(state.data) ? POLL_MS : false) });

type Change = 'saveRule' | 'moveRule' | 'deleteRule';

/** Changes rules. The answer is what there is then. */
export function useChangeRules<K extends Change>(call: K) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (payload: Payload<K>) => (await ask(call, payload)) as Rules,
    onSuccess: (rules) => client.setQueryData(rulesQuery.queryKey, rules),
  });
}

/** What a rule would do with all that its JQL finds, as the viewer. `found`: how many issues that are */
export type Previewed = RuleBatch & { found: number };

const NOTHING: Previewed = { found: 0, takes: 0, tagged: 0, serves: 0, cleared: 0, others: 0 };

/** Finds what a JQL matches, as the viewer, and has the app say what a rule would do with it. */
async function preview({ jql, to }: { jql: string; to: Tag }, projectId: string | null): Promise<Previewed> {
  const ids = await searchIds(jqlWithin(jql, projectId), MOST_IN_JOB);
  const sum = { ...NOTHING, found: ids.length };
  for (const issueIds of batches(ids, MOST_GATHERED)) {
    const batch = await ask('previewRule', { to, issueIds });
    for (const what of ['takes', 'tagged', 'serves', 'cleared', 'others'] as const) sum[what] += batch[what];
  }
  return sum;
}

export const usePreviewRule = (projectId: string | null) =>
  useMutation({ mutationFn: (rule: { jql: string; to: Tag }) => preview(rule, projectId) });
