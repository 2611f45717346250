import { Cascade } from '../../../src/domain/strategy/cascade';
import { findingsOf, type Finding, type FindingKind, type FindingsInput } from '../../../src/domain/findings';
import type { Objective } from '../../../src/domain/strategy/objective';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { scoresOf, type Execution } from '../../../src/domain/scores/scores';
import type { WeekCell } from '../../../src/domain/time/weeks';
import { windowEnding } from '../../../src/domain/time/window';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { sumWeeks } from '../time/sumWeeks';

/** Days 11 to 100. Weeks 2 (days 11 to 17) to 13 (days 88 to 94) lie wholly inside. */
const window = windowEnding(100, 90);

export type Given = Partial<Omit<Execution, 'cascade' | 'cells'> & Pick<FindingsInput, 'trend' | 'chances'>> & {
  weeks?: readonly WeekCell[];
  objectives: readonly Objective[];
  items?: readonly WorkItem[];
};

export const inputOf = ({
  objectives,
  items = [],
  weeks = [],
  trend = [],
  chances = new Map(),
  ...changes
}: Given): FindingsInput => {
  const days = changes.window ?? window;
  const execution: Execution = {
    cascade: new Cascade(objectives),
    keyResults: [],
    checkIns: [],
    events: [],
    recordedHealth: [],
    cells: rollUp(items, days),
    people: { people: 0, aligned: 0 },
    sizing: { measure: 'items', typical: new Map() },
    window: days,
    cadenceDays: 30,
    responseDays: 14,
    ...changes,
  };
  return { ...execution, ...scoresOf(execution), weeks: sumWeeks(weeks, execution.sizing), trend, chances };
};

/** The findings of one kind, with harm as one would write it. */
export const found = (kind: FindingKind, given: Given): Finding[] =>
  findingsOf(inputOf(given))
    .filter(({ evidence }) => evidence.kind === kind)
    .map(({ harm, evidence }) => ({ harm: Number(harm.toFixed(9)), evidence }));

/** So many units, numbered on from the first. */
export const units = (count: number, make: (id: number) => WorkItem, from = 1): WorkItem[] =>
  Array.from({ length: count }, (_, index) => make(from + index));
