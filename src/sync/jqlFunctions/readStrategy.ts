import { Cascade } from '../../domain/strategy/cascade';
import type { Cell } from '../../domain/work/cell';
import { DEFAULT_WINDOW_DAYS } from '../../domain/time/window';
import { siteReading } from '../../site/siteReading';
import { isExcluded, siteSettings } from '../../settings/siteSettings';
import { cellsIn, readSums } from '../../store/blocks/projectSums';
import type { Served } from '../../store/strategy/servedKeys';
import { statedAndServed } from '../../store/strategy/statedStrategy';
import { allProjects } from '../../store/work/projects';

/** What JQL functions are answered from: the work of all projects that count, by what it serves, and the strategy. */
export type Strategy = {
  cells: readonly Cell[];
  cascade: Cascade;
  served: Served;
  day: number;
  /** the projects that an admin excluded, as far as Jira has them */
  excluded: readonly number[];
};

/** Five statements, and one more and one for each 2 MB of figures where they are many. */
export const readStrategy = async (): Promise<Strategy> => {
  const [settings, { live }, projects, { objectives, servedKey, served }, sums] = await Promise.all([
    siteSettings(),
    siteReading(),
    allProjects(),
    statedAndServed(),
    readSums(['cells']),
  ]);
  const cells = cellsIn(sums, DEFAULT_WINDOW_DAYS, servedKey);
  return {
    cells: cells.filter(({ project }) => !isExcluded(settings, project)),
    cascade: new Cascade(objectives),
    served,
    // Jira refuses a search that names a project which is gone.
    excluded: settings.excludedProjects.map(({ id }) => Number(id)).filter((id) => live.has(id)),
    day: Math.max(0, ...projects.map(({ refreshedDay }) => refreshedDay)),
  };
};
