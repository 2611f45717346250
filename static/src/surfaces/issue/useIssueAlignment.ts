import { events, view } from '@forge/bridge';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { IssueAlignment, Measure, Tag } from '../../../../src/contract';
import { ask } from '../../shared/ask';
import { onShown } from '../../shared/fieldShown';
import { ISSUE_CHANGED } from '../../shared/issueChanged';
import { tellServed } from '../../shared/servedShown';
import { toFieldValue } from '../field/value';
import { syncPoll } from '../../shared/syncPoll';

/** What the issue serves, kept right as it is tagged here, edited in Jira, or first read. */
export function useIssueAlignment(measure: Measure) {
  const client = useQueryClient();
  const queryKey = ['issueAlignment', measure];
  const query = useQuery({
    queryKey,
    queryFn: () => ask('issueAlignment', { measure }),
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => syncPoll(state.data?.sync),
  });

  useEffect(() => {
    // Where the field is not shown, nobody listens.
    if (query.data) tellServed(query.data).catch(() => undefined);
  }, [query.data]);

  useEffect(() => {
    const readAgain = () => void client.invalidateQueries({ queryKey: ['issueAlignment'] });
    const subscriptions = [
      events.on(ISSUE_CHANGED, readAgain),
      onShown((key) => {
        const known = client.getQueryData<IssueAlignment>(['issueAlignment', measure]);
        if (known && keyOf(known.tag) !== key) readAgain();
      }),
    ];
    return () => {
      for (const subscription of subscriptions) {
        void subscription.then(({ unsubscribe }) => unsubscribe()).catch(() => undefined);
      }
    };
  }, [client, measure]);

  const tag = useMutation({
    mutationFn: (wanted: Tag | null) => ask('tagIssue', { tag: wanted, measure }),
    onSuccess: (alignment: IssueAlignment) => {
      client.setQueryData(queryKey, alignment);
      // Shows the new value in Jira's own field; not every view of an issue can do it.
      view.refresh().catch(() => undefined);
    },
  });

  return { query, tag };
}

/** The key that the field has for a tag. */
const keyOf = (tag: Tag | null): string | null => toFieldValue(tag, '')?.key ?? null;
