import type { Measure, WindowDays, WorkFilter } from '../../../../src/contract';
import type { PartId } from '../../../../src/domain/work/functionMatrix';
import type { CountedPart, CountedWork } from '../../../../src/domain/work/countedWork';

/** A number's list of issues: what it counts, and where. */
export type Opened = {
  /** what the number is, for the list's title */
  title: string;
  counted: CountedWork;
  look: { window: WindowDays; measure: Measure };
  /** a project page's filter; `null`: the number is over projects */
  filter: WorkFilter | null;
  /** of one row of the portfolio's matrix only */
  row?: PartId;
};

/** The issues on an objective or below it: of a part, of one standing, in some weeks. Over projects. */
export const opensObjective = (
  title: string,
  part: CountedPart,
  key: string,
  { window, measure }: Opened['look'],
  of: Partial<Pick<CountedWork, 'standing' | 'weeks'>> = {},
): Opened => ({
  title,
  counted: countedIn(part, { objective: { key, below: true }, ...of }),
  look: { window, measure },
  filter: null,
});

/** All units of a part, of one standing, of one objective, in some weeks. */
export const countedIn = (part: CountedPart, of: Partial<Omit<CountedWork, 'part'>> = {}): CountedWork => ({
  part,
  standing: of.standing ?? null,
  objective: of.objective ?? null,
  weeks: of.weeks ?? null,
});
