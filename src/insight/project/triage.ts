import type { Triage } from '../../contract';
import type { WindowDays } from '../../domain/time/window';
import type { UnlinkedPart } from '../../domain/work/countedWork';
import { byLeverage, leverageOf } from '../../domain/work/leverage';
import type { Sizing } from '../../domain/work/sizing';
import { fromThousandths, type Measure } from '../../domain/work/tally';
import { siteReading } from '../../site/siteReading';
import { unlinkedByParent } from '../../store/blocks/unlinkedByParent';
import type { ProjectState } from '../../store/work/projects';
import { unlinkedAmong } from '../../store/work/unlinkedAmong';

const MOST = 50;

/** Parents that are looked up. Some are of other projects or levels, or no longer stored. */
const MOST_LOOKED_UP = 200;

/**
 * Where few decisions align much of a project's unlinked work: epics that serve nothing, those with most of it below them
 * first. Of a parent above epics, more would follow than the units directly below it. Three statements, however much work there is.
 */
export const triage = async ({
  project,
  window,
  measure,
  part,
}: {
  project: ProjectState;
  window: WindowDays;
  measure: Measure;
  part: UnlinkedPart;
}): Promise<Triage> => {
  const [{ fields }, below] = await Promise.all([siteReading(), unlinkedByParent(project.id, window)]);
  const sizing: Sizing = { measure, typical: new Map([[project.id, project.typical]]) };
  const all = below.map(({ parent, cell }) => ({ parent, ...leverageOf(cell, part, sizing) }));
  const parents = byLeverage(
    all.flatMap(({ parent, units, size }) => (typeof parent === 'number' ? [{ id: parent, units, size }] : [])),
  ).slice(0, MOST_LOOKED_UP);
  const unlinked = await unlinkedAmong(
    parents.map(({ id }) => id),
    project.id,
  );
  return {
    issues: parents
      .filter(({ id }) => unlinked.has(id))
      .slice(0, MOST)
      .map(({ id, units, size }) => ({ id: String(id), units, size: fromThousandths(size) })),
    estimates: fields.estimates,
    units: all.reduce((sum, { units }) => sum + units, 0),
    size: fromThousandths(all.reduce((sum, { size }) => sum + size, 0)),
  };
};
