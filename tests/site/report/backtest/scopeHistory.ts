import { gatheredBy } from '../../../../src/domain/gatheredBy';
import { unitsOf } from '../../../../src/domain/reference/hierarchy';
import { rewind } from '../../../../src/domain/reference/rewind';
import { servedUnits } from '../../../../src/domain/reference/servedUnits';
import { Cascade } from '../../../../src/domain/strategy/cascade';
import type { ObjectiveOutline } from '../../../../src/domain/strategy/objective';
import type { WorkItem } from '../../../../src/domain/work/workItem';

/** Of a unit the days on which it was created and over (done or dropped). `over` is `null`: it is open */
type UnitDays = { created: number; over: number | null; dropped: boolean };

export type ScopeKind = 'project' | 'objective';

/** What a forecast is made for: a project, or an objective with all below it. */
export type ScopeHistory = { kind: ScopeKind; key: string; units: readonly UnitDays[] };

/** The histories of all projects and objectives with units, by the tags and parents of today. */
export const scopeHistories = (
  items: readonly WorkItem[],
  objectives: readonly ObjectiveOutline[],
  asOf: number,
): ScopeHistory[] => {
  const units = servedUnits(rewind(items, asOf));
  const cascade = new Cascade(objectives);
  const byProject = [...gatheredBy(units, ({ project }) => project)];
  const byServed = gatheredBy(units, ({ serves }) => serves);
  return [
    ...byProject.map(([project, of]) => ({ kind: 'project' as const, key: String(project), units: of.map(daysOf) })),
    ...objectives.map(({ key }) => ({
      kind: 'objective' as const,
      key,
      units: [...cascade.subtree(key)].flatMap((each) => byServed.get(each) ?? []).map(daysOf),
    })),
  ].filter((scope) => scope.units.length > 0);
};

/** As in the weeks that the app keeps, what was done on no known day, or before it was created, was done when created. */
const daysOf = ({ created, ended, outcome }: WorkItem): UnitDays => {
  const isOver = outcome === 'done' || outcome === 'dropped';
  return { created, over: isOver ? Math.max(created, ended ?? created) : null, dropped: outcome === 'dropped' };
};

/** What is to be known of units that are over on no known day, as sentences. `items`: as of the last day */
export const undatedNotes = (items: readonly WorkItem[]): string[] =>
  (['done', 'dropped'] as const).flatMap((over) => {
    const { length } = unitsOf(items).filter(({ outcome, ended }) => outcome === over && ended === null);
    if (length === 0) return [];
    const units = `${length} ${length === 1 ? 'unit' : 'units'} ${over} without a day`;
    return [`${units} ${length === 1 ? 'counts' : 'count'} as ${over} when created.`];
  });
