import type { CountedIssues, WorkFilter } from '../../contract';
import { AppError } from '../../domain/appError';
import { Cascade } from '../../domain/strategy/cascade';
import { isWeekly } from '../../domain/work/countedWork';
import { readSums } from '../../store/blocks/projectSums';
import { filteredCells } from '../../store/blocks/filteredCells';
import { statedAndServed } from '../../store/strategy/statedStrategy';
import type { ProjectState } from '../../store/work/projects';
import { type CountedQuestion, countedIssues } from '../countedIssues';
import { countedTexts, type RollUps, rollUpsIn } from '../countedRollUps';
import { countedBelow } from './countedBelow';
import { facetsOf } from './projectAlignment';

/** Of what was counted with a filter, the part that a number is made of. */
const askedOf = (
  { cells, weeks, retags }: Awaited<ReturnType<typeof filteredCells>>,
  counted: CountedQuestion['counted'],
): RollUps => {
  if (counted.retags !== undefined) return { retags };
  return isWeekly(counted.part) ? { weeks } : { cells };
};

/**
 * The units of a project that a number of its page counts, a page at a time.
 * @throws AppError `invalid` for what one person does, which is counted over projects only
 */
export const countedInProject = async (
  question: CountedQuestion & { filter: WorkFilter },
  project: ProjectState,
): Promise<CountedIssues> => {
  if (question.counted.assignee !== undefined)
    throw new AppError('invalid', 'What a person does is counted over projects.');
  if (question.counted.below !== undefined) return countedBelow(question.counted.below, question, project);
  const facets = facetsOf(question.filter);
  const stated = statedAndServed();
  const servedKey = stated.then((both) => both.servedKey);
  const [rollUps, { objectives, served }] = await Promise.all([
    facets.length === 0
      ? Promise.all([readSums(countedTexts(question), [project.id]), servedKey]).then(([sums, key]) =>
          rollUpsIn(sums, question, key),
        )
      : filteredCells(
          { project: project.id, facets },
          { days: question.window, asOf: project.refreshedDay },
          servedKey,
        ).then((found) => askedOf(found, question.counted)),
    stated,
  ]);
  return countedIssues(question, {
    rollUps,
    cascade: new Cascade(objectives),
    served,
    projects: [project],
    listed: new Set([project.id]),
    facets,
    parts: null,
    assignee: null,
  });
};
