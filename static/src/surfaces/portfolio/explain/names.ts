import type { Portfolio, ProjectRef } from '../../../../../src/contract';

/** How an objective is named in words: by key and title where its title is known. */
export function objectiveName({ objectives }: Pick<Portfolio, 'objectives'>, key: string): string {
  const known = objectives.find(({ objective }) => objective.key === key)?.objective;
  return known?.title ? `${key} ${known.title}` : key;
}

export const HIDDEN_PROJECTS = 'Projects you may not browse';

export const projectName = (project: ProjectRef | null): string => project?.name ?? HIDDEN_PROJECTS;
