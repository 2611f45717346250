import type { UndecidedWork, WorkFilter } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { filteredCells } from '../../store/blocks/filteredCells';
import { cellsIn, readSums } from '../../store/blocks/projectSums';
import { statedAndServed } from '../../store/strategy/statedStrategy';
import type { ProjectState } from '../../store/work/projects';
import { type UndecidedQuestion, undecidedWork } from '../undecidedWork';
import { facetsOf } from './projectAlignment';

/** The units of a project that want a decision, a page at a time. */
export const undecidedInProject = async (
  question: UndecidedQuestion & { filter: WorkFilter },
  project: ProjectState,
): Promise<UndecidedWork> => {
  const { window } = question;
  const facets = facetsOf(question.filter);
  const stated = statedAndServed();
  const servedKey = stated.then((both) => both.servedKey);
  const [cells, { objectives, served }] = await Promise.all([
    facets.length === 0
      ? Promise.all([readSums(['cells'], [project.id]), servedKey]).then(([sums, key]) => cellsIn(sums, window, key))
      : filteredCells({ project: project.id, facets }, { days: window, asOf: project.refreshedDay }, servedKey).then(
          (found) => found.cells,
        ),
    stated,
  ]);
  return undecidedWork(question, { cells, cascade: new Cascade(objectives), served, projects: [project], facets });
};
