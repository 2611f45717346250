import type { Day, ProjectRef, Retagged } from '../contract';
import { lateFigure, massRetags, type RetaggedWork } from '../domain/work/massRetags';
import type { MixFigure } from '../domain/work/mix';

/** Masses of retags that a page shows. */
const MOST_MASSES = 10;

/**
 * What of the effort of a window was retagged.
 * @param about `lastReview`: the day of the last recorded review; `'notWhole'`: the work is a part of a project, and
 *   masses are of whole ones; `refOf`: a project as the viewer may see it
 */
export const retaggedIn = (
  work: RetaggedWork,
  effort: MixFigure,
  { lastReview, refOf }: { lastReview: Day | null | 'notWhole'; refOf: (project: number) => ProjectRef | null },
): Retagged => {
  const mass = lastReview === 'notWhole' ? [] : massRetags(work, lastReview);
  return {
    late: lateFigure(work, effort),
    mass: mass.slice(0, MOST_MASSES).map((one) => ({ ...one, project: refOf(one.project) })),
    massTotal: mass.length,
  };
};
