import type { UnlinkedPart } from '../domain/work/countedWork';
import type { DeferralDays, DeferralReason } from '../domain/work/deferral';
import type { Answer, Day, Measure, Tag, WindowDays } from './common';
import type { LinkResult, UnlinkResult, WorkFilter } from './project';

/** Work that somebody set aside, up to and with a day. `by`: account id; `null`: the person was erased */
export type SetAside = { until: Day; reason: DeferralReason; by: string | null };

/** A unit that wants a decision. `size`: in the measure that was asked for. `setAside`: `null`: it is not */
export type UndecidedUnit = {
  id: string;
  size: number;
  standing: 'unlinked' | 'stale';
  setAside: SetAside | null;
};

/** What became of an issue that was to be set aside, or taken back. */
export type DeferResult = { issueId: string; outcome: 'done' | 'forbidden' | 'notFound' };

type Deferred = {
  /** at most 100 */
  issueIds: string[];
  /** `null`: takes them back */
  deferral: { reason: DeferralReason; days: DeferralDays } | null;
};

/** Fields of this site, whose values pages read from Jira; `null`: the site has none. */
export type TriageFields = { objective: string | null; sprint: string | null; team: string | null };

/** A page of the units that serve nothing, or nothing that is active: by project, what they serve, newest first. */
export type UndecidedWork = {
  units: UndecidedUnit[];
  /** all of them, also those on other pages and those that Jira hides from the viewer; and their size */
  total: number;
  size: number;
  /** for the next page; `null`: this is the last */
  next: string | null;
  fields: TriageFields;
};

type Asked = { window: WindowDays; measure: Measure; part: UnlinkedPart; cursor: string | null };

/** Calls of triage. They answer ids, which the page reads from Jira as its viewer, to group them by what it sees. */
export type TriageCalls = {
  /** Of the page's project. */
  undecidedInProject: (payload: Asked & { filter: WorkFilter }) => Answer<UndecidedWork>;
  /** Of every project that the viewer may browse, whatever their numbers cover. */
  undecidedInPortfolio: (payload: Asked) => Answer<UndecidedWork>;
  /** Like `linkIssues` and `unlinkIssues`, on the page of the portfolio. */
  linkInPortfolio: (payload: { issueIds: string[]; to: Tag; isSuggested?: boolean }) => Answer<LinkResult[]>;
  deferInProject: (payload: Deferred) => Answer<DeferResult[]>;
  deferInPortfolio: (payload: Deferred) => Answer<DeferResult[]>;
  unlinkInPortfolio: (payload: { issueIds: string[]; was: Tag; back: Tag | null }) => Answer<UnlinkResult[]>;
};
