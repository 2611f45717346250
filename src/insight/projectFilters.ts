import type { FilterOption, FilterOptions } from '../contract';
import type { Facet } from '../domain/workItem';
import { fetchIssues, PAGE_SIZE } from '../jira/issues';
import type { JiraIssue } from '../jira/issue';
import { sprintsOf } from '../jira/toWorkItem';
import type { SiteFields } from '../jira/fields';
import { siteReading } from '../sync/siteReading';
import { facetExamples } from '../store/findWorkItems';

/**
 * The sprints, fix versions and components of a project's work, those used last first. The projection keeps no names, so they
 * are read from one issue each as the viewer: one call, and a name is shown only to those who may see it on an issue.
 */
export const projectFilters = async (project: number): Promise<FilterOptions> => {
  const { fields } = await siteReading();
  const examples = await facetExamples(project);
  const ids = [...new Set(examples.map(({ example }) => example))].slice(0, PAGE_SIZE);
  const asked = ['components', 'fixVersions', ...(fields.sprint === null ? [] : [fields.sprint])];
  const issues = new Map((await fetchIssues('user', ids, asked)).map((issue) => [Number(issue.id), issue]));
  const options = (kind: string): FilterOption[] =>
    examples.flatMap(({ facet, example }) => {
      const issue = issues.get(example);
      return facet.startsWith(kind) && issue ? namedBy(issue, facet, fields) : [];
    });
  return { sprints: options('s'), fixVersions: options('v'), components: options('c') };
};

const namedBy = (issue: JiraIssue, facet: Facet, fields: SiteFields): FilterOption[] => {
  const id = facet.slice(1);
  const carried = facet.startsWith('s')
    ? sprintsOf(issue, fields).map((sprint) => ({ id: String(sprint.id), name: sprint.name }))
    : ((facet.startsWith('v') ? issue.fields.fixVersions : issue.fields.components) ?? []);
  return carried.filter((one) => one.id === id).map(({ name }) => ({ id, name }));
};
