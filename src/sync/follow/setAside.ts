import { type DirtyIssue, setIssuesAside } from '../../store/runs/dirtyIssues';
import { kindOf } from '../jobs/noteFailure';

/** Sets aside the issues of some marks, for what kept them from being read or written. They are tried again daily, and once they change. */
export const setAside = async (marks: readonly DirtyIssue[], error: unknown): Promise<void> => {
  if (marks.length === 0) return;
  const { code } = kindOf(error);
  console.warn(JSON.stringify({ event: 'setAside', issues: marks.map(({ id }) => id), code }));
  await setIssuesAside(marks, code);
};
