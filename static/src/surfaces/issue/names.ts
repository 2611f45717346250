import type { IssueAlignment } from '../../../../src/contract';
import { issueOf, useHost } from '../../shared/host';
import type { SeenIssue, SeenIssues } from './seenIssues';

/** Names of the panel's issues. `of`: `undefined` while Jira is asked, `null` for an issue that it hides */
export type Names = {
  /** key of the panel's own issue */
  own: string;
  of: (id: string | null) => SeenIssue | null | undefined;
};

/** @param isOver no longer wait for `seen`: it could not be read */
export function useNames(seen: SeenIssues | undefined, isOver: boolean): Names {
  const { context } = useHost();
  return {
    own: issueOf(context)?.key ?? 'This issue',
    of: (id) => {
      if (id === null) return null;
      return seen ? (seen.get(id) ?? null) : isOver ? null : undefined;
    },
  };
}

/** Whether the value of the issue's own field is malformed. `false` until it is read. */
export const hasMalformedTag = ({ issueId }: IssueAlignment, names: Names): boolean =>
  names.of(issueId)?.hasMalformedTag ?? false;

/** Name of the issue that a tag set here lands on: for a sub-task, its parent. */
export function targetOf({ counted }: IssueAlignment, names: Names): string {
  if (counted.kind !== 'subtask') return names.own;
  return names.of(counted.parentId)?.key ?? 'its parent';
}
