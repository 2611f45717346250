import { type Mark, setMarksAside } from '../../store/runs/dirtyIssues';
import { kindOf } from '../jobs/noteFailure';

/**
 * Sets issues aside that could not be read or written, with the error's code. They are tried again daily, and when they
 * change.
 */
export const setAside = async (marks: readonly Mark[], error: unknown): Promise<void> => {
  if (marks.length === 0) return;
  const { code } = kindOf(error);
  console.warn(JSON.stringify({ event: 'setAside', issues: marks.map(({ id }) => id), code }));
  await setMarksAside(marks, code);
};
