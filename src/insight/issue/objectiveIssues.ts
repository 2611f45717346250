import type { ObjectiveIssue } from '../../contract';
import { readingIfKnown } from '../../site/siteReading';
import { statedAmong, storedObjectiveIssues } from '../../store/strategy/objectiveIssues';

type Shown = { startField: string | null; issues: ObjectiveIssue[] };

/**
 * The objectives that are issues, of projects that the viewer may browse. One statement where there are none, else three.
 * @param browsable asks which projects those are
 */
export const objectiveIssues = async (browsable: () => Promise<ReadonlySet<number>>): Promise<Shown> => {
  const stored = await storedObjectiveIssues();
  if (stored.length === 0) return { startField: null, issues: [] };
  const projects = await browsable();
  const shown = stored.filter(({ project }) => projects.has(project));
  const [taken, reading] = await Promise.all([statedAmong(shown.map(({ issueKey }) => issueKey)), readingIfKnown()]);
  return {
    startField: reading?.fields.start ?? null,
    issues: shown.map(({ key, issue, issueKey }) => ({ key, issueId: String(issue), isTaken: taken.has(issueKey) })),
  };
};
