import { rewind } from '../../../src/domain/reference/rewind';
import { unitsOf } from '../../../src/domain/reference/hierarchy';
import type { Outcome } from '../../../src/domain/work/workItem';
import { allWorkItems } from './allWorkItems';

/** What the issues of an export were read as, on a day. Each is in one of these numbers. */
export type ReadAs = {
  units: Record<Outcome, number>;
  /** part of their parents */
  subtasks: number;
  /** of level 1 and above with work below them, which counts instead */
  brokenDown: number;
  /** created after the day */
  later: number;
  /** units that have an estimate, of whatever outcome */
  estimated: number;
};

/** Counts what was read, as of a day. */
export const readAs = async (asOf: number): Promise<ReadAs> => {
  const all = await allWorkItems();
  const items = rewind(all, asOf);
  const units = unitsOf(items);
  const of = (outcome: Outcome): number => units.filter((unit) => unit.outcome === outcome).length;
  const subtasks = items.filter(({ level }) => level < 0).length;
  return {
    units: { todo: of('todo'), doing: of('doing'), done: of('done'), dropped: of('dropped') },
    subtasks,
    brokenDown: items.length - units.length - subtasks,
    later: all.length - items.length,
    estimated: units.filter(({ estimate }) => estimate !== null).length,
  };
};
