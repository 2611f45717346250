import type { IssueAlignment } from '../../../../src/contract';
import { useHost } from '../../shared/host';
import type { SeenIssue, SeenIssues } from './seenIssues';

/** What the issues of the panel are called. `undefined` while Jira is asked; `null` for what it does not show to the viewer. */
export type Names = {
  /** the key of the panel's own issue */
  own: string;
  of: (id: string | null) => SeenIssue | null | undefined;
};

/** @param seen `undefined` while it is read; `isOver`: it could not be read either */
export function useNames(seen: SeenIssues | undefined, isOver: boolean): Names {
  const { extension } = useHost().context;
  const issue = extension['issue'] as { key?: string } | undefined;
  return {
    own: issue?.key ?? 'This issue',
    of: (id) => {
      if (id === null) return null;
      return seen ? (seen.get(id) ?? null) : isOver ? null : undefined;
    },
  };
}

/** Does Jira show something in the issue's own field that is no objective's key? Not before that was read. */
export const hasMalformedTag = ({ issueId }: IssueAlignment, names: Names): boolean =>
  names.of(issueId)?.hasMalformedTag ?? false;

/** How the issue is called that a tag set here lands on: for a sub-task, its parent. */
export function targetOf({ counted }: IssueAlignment, names: Names): string {
  if (counted.kind !== 'subtask') return names.own;
  return names.of(counted.parentId)?.key ?? 'its parent';
}
