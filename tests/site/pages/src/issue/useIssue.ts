import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { bus } from '../frame/bus';
import { editIssue, fetchIssue } from '../jira/rest';

const LOOKS_EVERY_MS = 4000;

/**
 * The issue, polled. If somebody else changes it, the app's frames get Jira's event. As in Jira, they get none for the
 * viewer's own changes here.
 */
export function useIssue(issueKey: string) {
  const client = useQueryClient();
  const queryKey = ['issue', issueKey];
  const issue = useQuery({ queryKey, queryFn: () => fetchIssue(issueKey), refetchInterval: LOOKS_EVERY_MS });
  const known = useRef<string | null>(null);
  const mine = useRef(false);
  const updated = issue.data?.fields.updated;

  useEffect(() => {
    if (updated === undefined) return;
    if (known.current !== null && known.current !== updated && !mine.current) {
      bus.emit('JIRA_ISSUE_CHANGED', { issueId: issue.data?.id, projectId: issue.data?.fields.project.id });
    }
    known.current = updated;
    mine.current = false;
  }, [updated, issue.data]);

  const refresh = () => client.invalidateQueries({ queryKey });

  /** Changes the issue as the viewer, and shows the result. */
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    mine.current = true;
    await work();
    await Promise.all([refresh(), client.invalidateQueries({ queryKey: ['transitions', issueKey] })]);
  };
  const edit = (fields: Record<string, unknown>) => change(() => editIssue(issueKey, fields));
  return { issue, change, edit, refresh };
}
