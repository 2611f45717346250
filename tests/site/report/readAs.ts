import { unitsOf, workAmong } from '../../../src/domain/reference/hierarchy';
import { provenanceOf } from '../../../src/domain/work/provenance';
import { type Outcome, RUN } from '../../../src/domain/work/workItem';
import type { KeyedItem } from './allWorkItems';
import type { ReadForReport } from './readForReport';

/** What the issues of an export were read as, on a day. Each is in one of these numbers. */
export type ReadAs = {
  units: Record<Outcome, number>;
  /** part of their parents */
  subtasks: number;
  /** of level 1 and above with work below them, which counts instead */
  brokenDown: number;
  /** objectives, which are no work */
  objectives: number;
  /** units that serve an objective, by what joins them to it */
  servedBy: ServedBy;
  /** units that have an estimate, of whatever outcome */
  estimated: number;
};

/** Numbers of units. `tag`: their own or one above them */
type ServedBy = { tag: number; hierarchy: number; link: number };

/** Counts what was read. */
export const readAs = ({ items }: ReadForReport): ReadAs => {
  const work = workAmong(items);
  const units = unitsOf(items);
  const of = (outcome: Outcome): number => units.filter((unit) => unit.outcome === outcome).length;
  const subtasks = work.filter(({ level }) => level < 0).length;
  return {
    units: { todo: of('todo'), doing: of('doing'), done: of('done'), dropped: of('dropped') },
    subtasks,
    brokenDown: work.length - units.length - subtasks,
    objectives: items.length - work.length,
    servedBy: servedBy(units, items),
    estimated: units.filter(({ estimate }) => estimate !== null).length,
  };
};

const servedBy = (units: readonly KeyedItem[], items: readonly KeyedItem[]): ServedBy => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const sum: ServedBy = { tag: 0, hierarchy: 0, link: 0 };
  for (const unit of units) {
    const provenance = provenanceOf(unit, byId);
    if (provenance.kind === 'none' || provenance.serves === RUN) continue;
    const { kind } = provenance;
    sum[kind === 'hierarchy' || kind === 'link' ? kind : 'tag'] += 1;
  }
  return sum;
};
