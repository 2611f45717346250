import type { PortfolioBasis, ProjectRef } from '../../../../../src/contract';
import { type Opened, opensObjective } from '../../../shared/counted/opened';
import { HIDDEN_PROJECTS } from '../explain/names';
import { projectRow } from '../explain/projectEffort';

/** The issues of one project behind an objective's work, or its aligned effort. `null`: of those that the viewer may not browse */
export const projectOpens = (
  project: ProjectRef | null,
  part: 'all' | 'effort',
  key: string,
  basis: PortfolioBasis,
): Opened => ({
  ...opensObjective(
    `${part === 'all' ? 'Work' : 'Aligned effort'} on ${key} in ${project?.name ?? HIDDEN_PROJECTS}`,
    part,
    key,
    basis,
    part === 'effort' ? { standing: 'aligned' } : {},
  ),
  row: projectRow(project),
});
