import type { FilterExample, FilterExamples } from '../../contract';
import { siteReading } from '../../site/siteReading';
import { facetExamples } from '../../store/work/facetExamples';

/** Issues that a page reads from Jira in one call. */
const MOST_EXAMPLES = 100;

/**
 * The sprints, fix versions and components of a project's newest work, those of open work first, last used first: as many as stand in 100
 * issues. No names are stored, so each comes with an issue that has it. The page reads the name there, as its viewer.
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
