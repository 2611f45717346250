import { countIssues, searchIds } from '../jira/issues';
import { allProjects } from '../jira/site';
import { countsByProject, idsOfProject } from '../store/findWorkItems';
import { mark } from './mark';

const MARKS_A_STATEMENT = 1000;

/**
 * Compares how many issues Jira has in each project with how many the projection holds, and where they differ the ids
 * themselves. Marks what is missing on either side; the drain reads it, and removes what Jira does not answer. Says how many.
 */
export const markDifferences = async (now: number): Promise<number> => {
  const held = await countsByProject();
  const projects = new Set((await allProjects()).map(({ id }) => id));
  let marked = 0;
  for (const project of new Set([...projects, ...held.keys()])) {
    const jql = `project = ${project}`;
    const exists = projects.has(project);
    const count = exists ? await countIssues(jql) : 0;
    if (count === (held.get(project) ?? 0)) continue;
    const differing = difference(exists ? await searchIds(jql) : [], await idsOfProject(project));
    for (let from = 0; from < differing.length; from += MARKS_A_STATEMENT) {
      await mark(differing.slice(from, from + MARKS_A_STATEMENT), now);
    }
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
