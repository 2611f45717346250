import { jqlProblem, jqlWithin } from '../../domain/tagging/rule';
import { matchIssues } from '../../jira/issues';
import { asApp } from '../../site/rateBudget';

/** Any issue, whether it exists or not: only whether Jira understands the JQL is asked. */
const ANY_ISSUE = 1;

/**
 * What is wrong with the JQL of rules of a project (`null`: of every project), in their order; `null`: nothing. Jira must
 * understand it from the person who states it, and from the app, which acts on it. Two calls.
 */
export const jqlProblems = async (jqls: readonly string[], project: number | null): Promise<(string | null)[]> => {
  const asked = jqls.filter((jql) => jqlProblem(jql) === null);
  const within = asked.map((jql) => jqlWithin(jql, project));
  const [asPerson, byApp] = [
    await matchIssues('user', [ANY_ISSUE], within),
    await matchIssues(asApp('page'), [ANY_ISSUE], within),
  ];
  return jqls.map((jql) => {
    const problem = jqlProblem(jql);
    const at = asked.indexOf(jql);
    if (problem !== null) return problem;
    if (asPerson[at] === null) return 'Jira does not understand this JQL, or it names something that you may not see.';
    return byApp[at] === null ? 'This JQL names something that the app may not see.' : null;
  });
};
