import type { UnlinkedPart, UnlinkedWork, WindowDays, WorkFilter } from '../../contract';
import { windowEnding } from '../../domain/time/window';
import { siteReading } from '../../site/siteReading';
import type { ProjectState } from '../../store/work/projects';
import { projectCells } from '../../store/blocks/projectSums';
import { countUnlinked, type Unlinked, unlinkedPage } from '../../store/work/unlinkedWork';
import { facetsOf, unlinkedUnits } from './projectAlignment';

const PAGE = 50;

export type UnlinkedQuestion = {
  project: ProjectState;
  window: WindowDays;
  part: UnlinkedPart;
  filter: WorkFilter;
  cursor: string | null;
};

/**
 * A page of a project's unlinked units, by id. The cursor is the number in the key of the last unit of the page before.
 */
export const unlinkedWork = async (question: UnlinkedQuestion): Promise<UnlinkedWork> => {
  const { fields } = await siteReading();
  const unlinked = unlinkedOf(question);
  const units = await unlinkedPage(unlinked, question.cursor === null ? null : Number(question.cursor), PAGE + 1);
  const page = units.slice(0, PAGE);
  return {
    issues: page.map(({ id }) => ({ id: String(id) })),
    estimates: fields.estimates,
    total: await totalOf(question),
    next: units.length > PAGE ? String(page.at(-1)?.number ?? '') : null,
  };
};

const unlinkedOf = ({ project, window, part, filter }: UnlinkedQuestion): Unlinked => ({
  project: project.id,
  facets: facetsOf(filter),
  window: windowEnding(project.refreshedDay, window),
  part,
});

/** How many units match. From blocks, like the page's figures; with a filter, counted in SQL. */
const totalOf = async (question: UnlinkedQuestion): Promise<number> => {
  const unlinked = unlinkedOf(question);
  if (unlinked.facets.length > 0) return countUnlinked(unlinked);
  const { effort, planned } = unlinkedUnits(await projectCells(question.project.id, question.window));
  return { effort, planned, all: effort + planned }[question.part];
};
