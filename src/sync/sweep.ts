import { countIssues, searchIds } from '../jira/issues';
import { batches } from '../store/batches';
import { countsByProject, idsOfProject } from '../store/findWorkItems';
import { mark } from './mark';
import { discoverProjects } from './siteReading';

const MARKS_A_STATEMENT = 1000;

/**
 * Compares how many issues Jira has in each project with how many the projection holds, and where they differ the ids
 * themselves. Marks what is missing on either side; the drain reads it, and removes what Jira does not answer. Says how many.
 */
export const markDifferences = async (now: number): Promise<number> => {
  const held = await countsByProject();
  const projects = new Set((await discoverProjects()).map(({ id }) => id));
  let marked = 0;
  for (const project of new Set([...projects, ...held.keys()])) {
    const jql = `project = ${project}`;
    const exists = projects.has(project);
    const count = exists ? await countIssues(jql) : 0;
    if (count === (held.get(project) ?? 0)) continue;
    const differing = difference(exists ? await searchIds(jql) : [], await idsOfProject(project));
    for (const batch of batches(differing, MARKS_A_STATEMENT)) await mark(batch, now);
    marked += differing.length;
  }
  return marked;
};

/** What is in one of two lists only. */
const difference = (a: readonly number[], b: readonly number[]): number[] => {
  const inA = new Set(a);
  const inB = new Set(b);
  return [...a.filter((id) => !inB.has(id)), ...b.filter((id) => !inA.has(id))];
};
