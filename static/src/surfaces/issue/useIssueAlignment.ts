import { events, view } from '@forge/bridge';
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { IssueAlignment, Measure, Tag } from '../../../../src/contract';
import { ask } from '../../shared/ask';
import { onShown } from '../../shared/fieldShown';
import { ISSUE_CHANGED } from '../../shared/issueChanged';
import { queryKeyOf } from '../../shared/queries';
import { tellServed } from '../../shared/servedShown';
import { toFieldValue } from '../../shared/fieldValue';
import { syncPoll } from '../../shared/syncPoll';
import { unsubscribe } from '../../shared/unsubscribe';
import { isBehind, readSeen } from './seenIssues';

/** The measure of the progress shown. */
const MEASURE: Measure = 'items';
const KEY = queryKeyOf('issueAlignment');

/** The app's answer. `isCurrent`: it read Jira for it, so differences are not reported to it. */
type Answered = { alignment: IssueAlignment; isCurrent: boolean };

/**
 * What the issue serves, kept current while it is tagged here, edited in Jira, or first read. `seen`: the issue and its
 * ancestors, as Jira shows them.
 */
export function useIssueAlignment() {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    queryFn: async (): Promise<Answered> => ({
      alignment: await ask('issueAlignment', { measure: MEASURE }),
      isCurrent: false,
    }),
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => syncPoll(state.data?.alignment.sync),
  });
  const answered = query.data;
  const seen = useQuery({
    queryKey: queryKeyOf('seenIssues', query.dataUpdatedAt),
    queryFn: answered ? () => readSeen(answered.alignment) : skipToken,
    // The names stay while they are read again.
    placeholderData: (before) => before,
  });

  // Jira's event of an edit may take minutes. If Jira shows the edit before, the app is told to read it.
  useEffect(() => {
    if (!answered || answered.isCurrent || !seen.data || seen.isPlaceholderData) return;
    if (!isBehind(answered.alignment.stored, seen.data)) return;
    ask('issueAlignment', { measure: MEASURE, behind: true })
      .then((alignment) => client.setQueryData<Answered>(KEY, { alignment, isCurrent: true }))
      // The app still gets the event of the edit.
      .catch(() => undefined);
  }, [client, answered, seen.data, seen.isPlaceholderData]);

  useEffect(() => {
    // Nobody may be listening: the field may be hidden.
    if (query.data) tellServed(query.data.alignment).catch(() => undefined);
  }, [query.data]);

  useEffect(() => {
    const readAgain = () => void client.invalidateQueries({ queryKey: KEY });
    return unsubscribe(
      events.on(ISSUE_CHANGED, readAgain),
      onShown((key) => {
        const known = client.getQueryData<Answered>(KEY);
        if (known && keyOfTag(known.alignment.tag) !== key) readAgain();
      }),
    );
  }, [client]);

  const tag = useMutation({
    mutationFn: ({ wanted, isSuggested = false }: { wanted: Tag | null; isSuggested?: boolean | undefined }) =>
      ask('tagIssue', { tag: wanted, measure: MEASURE, ...(isSuggested && { isSuggested }) }),
    onSuccess: (alignment: IssueAlignment) => {
      client.setQueryData<Answered>(KEY, { alignment, isCurrent: true });
      // Shows the new value in Jira's own field. Not every view of an issue can.
      view.refresh().catch(() => undefined);
    },
  });

  const move = useMutation({
    mutationFn: () => ask('moveTagToParent', { measure: MEASURE }),
    onSuccess: (alignment) => {
      client.setQueryData<Answered>(KEY, { alignment, isCurrent: true });
      view.refresh().catch(() => undefined);
    },
  });

  return { query, tag, move, seen };
}

/** The key that the field has for a tag. */
const keyOfTag = (tag: Tag | null): string | null => toFieldValue(tag, '')?.key ?? null;
