import type { Communication, ProjectReach } from '../domain/scores/communication';
import type { FactorKey } from '../domain/scores/executionIndex';
import type { FactorFigures } from '../domain/scores/scores';
import type { AnsweredSignal } from '../domain/strategy/signals';
import type { ProjectRef } from './common';

export type { FactorKey };

/** Each factor with its value (0…1; `null`: not measurable yet) and its inputs. */
export type Factors = Omit<FactorFigures, 'communication'> & {
  communication: Omit<Communication, 'projects'> & {
    /** `null`: all projects that the viewer may not browse */
    projects: (Omit<ProjectReach, 'project'> & { project: ProjectRef | null })[];
  };
};

/** A signal: an objective turned at risk or off track, or its open work turned stale. */
export type Signal = AnsweredSignal;
