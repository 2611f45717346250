import type { PortfolioBasis, ProjectRef } from '../../contract';
import { gatheredBy } from '../../domain/gatheredBy';
import { type Cell, hasUnits } from '../../domain/work/cell';
import type { WorkReading, PortfolioViewer } from './readPortfolio';

/** What the figures of a page cover, and what was assumed. */
export const basisOf = (reading: WorkReading, { settings }: Pick<PortfolioViewer, 'settings'>): PortfolioBasis => {
  const { look, asOf, window, refreshedAt, coverage, cells } = reading;
  const total = (count: (cell: Cell) => number): number => cells.reduce((sum, cell) => sum + count(cell), 0);
  const withWork = new Set(cells.filter(hasUnits).map(({ project }) => project));
  return {
    asOf: new Date(refreshedAt).toISOString(),
    from: window.from,
    to: asOf,
    ...look,
    covers: coverage.covers,
    projects: withWork.size,
    hiddenProjects: [...withWork].filter((project) => !coverage.browsable.has(project)).length,
    undated: total(({ undated }) => undated),
    dropped: total(({ dropped }) => dropped),
    unknownParents: total(({ unknownParents }) => unknownParents),
    cadenceDays: settings.cadenceDays,
    responseDays: settings.responseDays,
  };
};

/** A project; `null`: the viewer may not browse it. */
export const projectRef = (
  id: number,
  { coverage, projects }: Pick<WorkReading, 'coverage' | 'projects'>,
): ProjectRef | null => {
  const project = coverage.browsable.has(id) ? projects.get(id) : undefined;
  return project ? { id: String(id), key: project.key, name: project.name } : null;
};

/** Parts by project. Those of projects that the viewer may not browse are merged under `null`, last. */
export const byProjectRef = <T, R>(
  parts: readonly T[],
  projectOf: (part: T) => number,
  reading: Pick<WorkReading, 'coverage' | 'projects'>,
  together: (parts: readonly T[], project: ProjectRef | null) => R,
): R[] => {
  const named: R[] = [];
  const nameless: T[] = [];
  for (const [id, of] of gatheredBy(parts, projectOf)) {
    const project = projectRef(id, reading);
    if (project) named.push(together(of, project));
    else nameless.push(...of);
  }
  return nameless.length === 0 ? named : [...named, together(nameless, null)];
};
