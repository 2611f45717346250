import type { Measure, WindowDays, WorkFilter } from '../../../../src/contract';
import type { CountedRows } from '../../../../src/domain/work/functionMatrix';
import { DEFAULT_WINDOW_DAYS } from '../../../../src/domain/time/window';
import { type CountedPart, type CountedWork, OUTSIDE } from '../../../../src/domain/work/countedWork';

/** A number's list of issues: what it counts, and where. */
export type Opened = {
  /** what the number is, for the list's title */
  title: string;
  counted: CountedWork;
  look: { window: WindowDays; measure: Measure };
  /** a project page's filter; `null`: the number is over projects */
  filter: WorkFilter | null;
  /** of one row of the portfolio's matrix only, or of all but some */
  row?: CountedRows;
};

/** Where numbers of a page are: its window and measure, its filter, and the row of the matrix, with its name. */
export type Listed = Pick<Opened, 'look' | 'filter' | 'row'> & { whose?: string };

/** The issues on an objective or below it: of a part, of one standing, in some weeks. Over projects. */
export const opensObjective = (
  title: string,
  part: CountedPart,
  key: string,
  { window, measure }: Opened['look'],
  of: Partial<Pick<CountedWork, 'standing' | 'weeks' | 'isUnestimated'>> = {},
): Opened => ({
  title,
  counted: countedIn(part, { objective: { key, below: true }, ...of }),
  look: { window, measure },
  filter: null,
});

/** The aligned effort on an objective and below it. */
export const alignedEffort = (key: string, look: Opened['look']): Opened =>
  opensObjective(`Aligned effort on ${key}`, 'effort', key, look, { standing: 'aligned' });

/** What a person has in progress, or did, of an objective's work and that below it. Of it only items are kept. */
export const effortOf = (accountId: string, key: string, { window }: Opened['look']): Opened => ({
  ...opensObjective(`Effort on ${key} of one person`, 'effort', key, { window, measure: 'items' }),
  counted: countedIn('effort', { objective: { key, below: true }, assignee: accountId }),
});

/** The open units that are an issue of the page's project or below it. */
export const openBelow = (issueId: string, issueKey: string): Opened => ({
  title: `Open work below ${issueKey}`,
  counted: { ...countedIn('open'), below: issueId },
  look: { window: 90, measure: 'items' },
  filter: {},
});

/** The unlinked units below an issue of the page's project that linking the issue would align. */
export const alignedByLinking = (issueId: string, issueKey: string): Opened => ({
  title: `Unlinked work below ${issueKey}`,
  counted: { ...countedIn('all', { standing: 'unlinked' }), below: issueId },
  look: { window: DEFAULT_WINDOW_DAYS, measure: 'items' },
  filter: {},
});

/** Open work on an objective and below it that is blocked or flagged. */
export const blockedWork = (key: string, look: Opened['look']): Opened =>
  opensObjective(`Blocked work on ${key}`, 'blocked', key, look);

/** Aligned effort or planned work on no objective of the active plan. */
export const opensOutside = (title: string, part: CountedPart, { window, measure }: Opened['look']): Opened => ({
  title,
  counted: countedIn(part, { standing: 'aligned', objective: OUTSIDE }),
  look: { window, measure },
  filter: null,
});

/** All units of a part, of one standing, of one objective, in some weeks, retagged in some way. */
export const countedIn = (part: CountedPart, of: Partial<Omit<CountedWork, 'part'>> = {}): CountedWork => ({
  part,
  standing: of.standing ?? null,
  objective: of.objective ?? null,
  weeks: of.weeks ?? null,
  ...(of.isUnestimated && { isUnestimated: true }),
  ...(of.assignee !== undefined && { assignee: of.assignee }),
  ...(of.retags && { retags: of.retags }),
});
