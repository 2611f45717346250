import type { FilterExample, FilterExamples } from '../../contract';
import { siteReading } from '../../site/siteReading';
import { facetExamples } from '../../store/work/findWorkItems';

/** As many issues as Jira reads in one call of the page. */
const MOST_EXAMPLES = 100;

/**
 * The sprints, fix versions and components of a project's work, those used last first. The projection keeps no names, so each comes with
 * an issue that carries it: the page reads the name there, and so shows it only to those who may see it on an issue.
 */
export const projectFilters = async (project: number): Promise<FilterExamples> => {
  const { fields } = await siteReading();
  const examples = await facetExamples(project);
  const read = new Set([...new Set(examples.map(({ example }) => example))].slice(0, MOST_EXAMPLES));
  const options = (kind: string): FilterExample[] =>
    examples
      .filter(({ facet, example }) => facet.startsWith(kind) && read.has(example))
      .map(({ facet, example }) => ({ id: facet.slice(1), exampleId: String(example) }));
  return { sprints: options('s'), fixVersions: options('v'), components: options('c'), sprintField: fields.sprint };
};
