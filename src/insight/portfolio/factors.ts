import type { Factors } from '../../contract';
import type { FactorFigures } from '../../domain/scores/scores';
import { byProjectRef } from './basis';
import type { WorkReading } from './readPortfolio';

/** The factors for a page. Projects that the viewer may not browse are merged. */
export const shownFactors = (
  { communication, ...others }: FactorFigures,
  reading: Pick<WorkReading, 'coverage' | 'projects'>,
): Factors => ({
  ...others,
  communication: {
    ...communication,
    projects: byProjectRef(
      communication.projects,
      ({ project }) => project,
      reading,
      (parts, project) => ({
        project,
        effort: parts.reduce((sum, { effort }) => sum + effort, 0),
        reached: parts.reduce((sum, { reached }) => sum + reached, 0),
      }),
    ),
  },
});
