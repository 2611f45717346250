import type { FilterExample, FilterExamples } from '../../../../src/contract';
import { type JiraIssue, readIssues } from './issues';

/** A sprint, fix version or component by its id in Jira. */
export type FilterOption = { id: string; name: string };
export type FilterOptions = { sprints: FilterOption[]; fixVersions: FilterOption[]; components: FilterOption[] };

type Named = { id?: string | number; name?: string };

/** The values of an issue's field. Sprints, versions and components all have an id and a name. */
const namedIn = (issue: JiraIssue | undefined, field: string): Named[] => {
  const value = issue?.fields[field];
  return Array.isArray(value) ? (value as Named[]) : [];
};

/**
 * The options of a project's filters. Their names are read from the example issues, as the viewer. Options without a
 * name are left out.
 */
export async function readFilterNames(examples: FilterExamples): Promise<FilterOptions> {
  const { sprints, fixVersions, components, sprintField } = examples;
  const all = [...sprints, ...fixVersions, ...components].map(({ exampleId }) => exampleId);
  const fields = ['components', 'fixVersions', ...(sprintField === null ? [] : [sprintField])];
  const issues = await readIssues([...new Set(all)], fields);
  const named = (list: readonly FilterExample[], field: string): FilterOption[] =>
    list.flatMap(({ id, exampleId }) => {
      const found = namedIn(issues.get(exampleId), field).find((one) => String(one.id) === id);
      return found?.name === undefined ? [] : [{ id, name: found.name }];
    });
  return {
    sprints: sprintField === null ? [] : named(sprints, sprintField),
    fixVersions: named(fixVersions, 'fixVersions'),
    components: named(components, 'components'),
  };
}
