import type { Portfolio, ProjectRef } from '../../../../../src/contract';

/** Key and title; only the key if the title is not known. */
export function objectiveName({ objectives }: Pick<Portfolio, 'objectives'>, key: string): string {
  const known = objectives.find(({ objective }) => objective.key === key)?.objective;
  return known?.title ? `${key} ${known.title}` : key;
}

export const HIDDEN_PROJECTS = 'Projects you may not browse';

export const projectName = (project: ProjectRef | null): string => project?.name ?? HIDDEN_PROJECTS;
