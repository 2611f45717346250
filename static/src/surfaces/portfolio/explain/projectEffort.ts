import type { PortfolioBasis, ProjectRef, Standing } from '../../../../../src/contract';
import { HIDDEN, type PartId } from '../../../../../src/domain/work/functionMatrix';
import type { Opened } from '../../../shared/counted/opened';
import { mixOpens } from '../../../shared/explain/explanation';
import { projectName } from './names';

/** The row of a project. `null`: of those that the viewer may not browse, together */
export const projectRow = (project: ProjectRef | null): PartId => ({ by: 'project', id: project?.id ?? HIDDEN });

/** The issues of a project's effort, of one standing or all. */
export const projectEffort = (
  project: ProjectRef | null,
  { window, measure }: PortfolioBasis,
  standing: Standing | null = null,
): Opened =>
  mixOpens(
    'effort',
    { look: { window, measure }, filter: null, row: projectRow(project), whose: projectName(project) },
    standing,
  );
