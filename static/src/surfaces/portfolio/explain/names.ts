import type { ObjectiveRef, Portfolio, ProjectRef } from '../../../../../src/contract';
import { titled } from '../../../shared/words';

type Objectives = Pick<Portfolio, 'objectives'>;

/** An objective by its key; without a title if the portfolio lacks it. */
export const refOf = ({ objectives }: Objectives, key: string): ObjectiveRef =>
  objectives.find(({ objective }) => objective.key === key)?.objective ?? { key, title: '', status: 'unknown' };

/** Key and title; only the key if the title is not known. */
export const objectiveName = (portfolio: Objectives, key: string): string => titled(refOf(portfolio, key));

export const HIDDEN_PROJECT = 'a project you may not browse';
export const HIDDEN_PROJECTS = 'Projects you may not browse';

export const projectName = (project: ProjectRef | null): string => project?.name ?? HIDDEN_PROJECTS;
