import { AppError } from '../../domain/appError';
import type { ProjectState } from '../../store/work/projects';

/**
 * The state of a project whose figures were counted at least once.
 * @throws AppError `notReady` before
 */
export const rolledUpProject = (state: ProjectState | null): ProjectState => {
  if (state === null || state.refreshedAt === 0) {
    throw new AppError('notReady', 'The app has not read this project yet. The figures appear once it has.');
  }
  return state;
};
