import type { CountedWork, UnlinkedPart } from '../domain/work/countedWork';
import type {
  Covers,
  AlignmentPoint,
  Answer,
  CountedIssues,
  Day,
  ListedIssues,
  Measure,
  MixFigure,
  ObjectiveRef,
  ProjectRef,
  Retagged,
  SyncState,
  Tag,
  WindowDays,
  WorkFigure,
} from './common';

export type { UnlinkedPart };

/** What a page's figures cover, and what was assumed. */
export type Basis = {
  /** when the figures were counted */
  asOf: string;
  from: Day;
  to: Day;
  measure: Measure;
  /** done units without a day: in progress figures, never in effort */
  undated: number;
  /** dropped units: in no total */
  dropped: number;
  /** work items whose parent the app does not have */
  unknownParents: number;
  /** the size of this project's unestimated units, in points; `null`: the measure is items */
  median: number | null;
};

/** A filter by Jira ids of a sprint, a fix version and a component. Units must match all that are given. */
export type WorkFilter = { sprint?: string; fixVersion?: string; component?: string };

/**
 * A sprint, fix version or component by id, and an issue with it. There the page reads its name, as Jira shows it to
 * the viewer.
 */
export type FilterExample = { id: string; exampleId: string };
export type FilterExamples = {
  sprints: FilterExample[];
  fixVersions: FilterExample[];
  components: FilterExample[];
  /** the field with an issue's sprints */
  sprintField: string | null;
};

export type ServedObjective = {
  objective: ObjectiveRef;
  /** this project's work on the objective itself */
  here: WorkFigure;
  /** this project's effort on it in the window */
  effort: number;
  /** the covered projects' work on it or below it; `null`: the viewer may not see totals */
  overall: WorkFigure | null;
};

export type ProjectAlignment = {
  project: ProjectRef;
  basis: Basis;
  effort: MixFigure;
  planned: MixFigure;
  /** most effort first */
  objectives: ServedObjective[];
  /** what of the effort was retagged */
  retags: Retagged;
  /** units that serve nothing */
  unlinked: { effort: number; planned: number };
  /**
   * One point a week, each of the 90 days or 13 weeks up to it, whichever window was requested; the last one is the
   * window's effort if that is 90 days. `null` with a filter: snapshots are of whole projects.
   */
  trend: AlignmentPoint[] | null;
  /** which projects the objectives' progress overall covers */
  covers: Covers;
  sync: SyncState;
};

/** A decision: linking this epic aligns the unlinked units directly below it. `size`: theirs, in the measure that was asked for */
type TriageStep = { id: string; units: number; size: number };

/**
 * The epics of the page's project that serve nothing and have unlinked work below them: at most 50, those that align
 * most first.
 */
export type Triage = ListedIssues<TriageStep> & {
  /** all unlinked units of the project, and their size; not all of them have such an epic above them */
  units: number;
  size: number;
};

/** Newest first. */
export type UnlinkedWork = ListedIssues<{ id: string }> & {
  /** all units that match, also those that Jira hides from the viewer */
  total: number;
  next: string | null;
};

export type LinkResult = {
  issueId: string;
  /** `null`: the viewer may not see the issue */
  key: string | null;
  /** `objective`: it is one itself, so a link of its own has no effect */
  outcome: 'linked' | 'forbidden' | 'notFound' | 'objective' | 'failed';
  /** what to do; `null`: it was linked */
  message: string | null;
};

/** `kept`: somebody has changed it since, so it stays as it is */
export type UnlinkResult = Omit<LinkResult, 'outcome'> & {
  outcome: 'unlinked' | 'kept' | Exclude<LinkResult['outcome'], 'linked'>;
};

/** A proposal of an epic as the start of an objective. */
export type Proposal = {
  state: 'proposed' | 'accepted' | 'declined';
  /** account id; `null`: the person was erased */
  proposedBy: string | null;
  proposedAt: string;
  note: string | null;
  /** account id; `null`: undecided, or the person was erased */
  decidedBy: string | null;
  /** `null`: undecided */
  decidedAt: string | null;
  /** why it was declined */
  reason: string | null;
  /** the objective that it was accepted for */
  objective: ObjectiveRef | null;
};

/** An unlinked epic: of level 1 or above, serving nothing, not over. */
export type UnlinkedEpic = {
  id: string;
  /** open units below it, or itself if it is not broken down */
  units: number;
  /** `null`: there is none, or the viewer may not see the epic */
  proposal: Proposal | null;
  /** whether the viewer may withdraw or correct it, apart from Jira's Edit issues permission */
  mayWithdraw: boolean;
};

/** At most 50, those with most open units first. */
export type UnlinkedEpics = ListedIssues<UnlinkedEpic> & { total: number };

/** Calls of the project page. The project comes from the trusted context, never from the payload. */
export type ProjectCalls = {
  projectAlignment: (payload: { window: WindowDays; measure: Measure; filter: WorkFilter }) => Answer<ProjectAlignment>;
  projectFilters: (payload: Record<string, never>) => Answer<FilterExamples>;
  /** A page of at most 50. */
  unlinkedWork: (payload: {
    window: WindowDays;
    part: UnlinkedPart;
    filter: WorkFilter;
    cursor: string | null;
  }) => Answer<UnlinkedWork>;
  /** Where few decisions align much. */
  triage: (payload: { window: WindowDays; measure: Measure; part: UnlinkedPart }) => Answer<Triage>;
  /** The units of the page's project that a number counts, a page at a time. */
  countedInProject: (payload: {
    window: WindowDays;
    measure: Measure;
    filter: WorkFilter;
    counted: CountedWork;
    cursor: string | null;
  }) => Answer<CountedIssues>;
  /**
   * At most 100 issues, of the page's project or of others in scope that the viewer may browse: epics of its work may be there.
   * Answers one result for each, in the given order. `isSuggested`: the viewer took what was suggested
   */
  linkIssues: (payload: { issueIds: string[]; to: Tag; isSuggested?: boolean }) => Answer<LinkResult[]>;
  /** Takes links back, of issues that still have this tag. `back`: what they had before. Otherwise like `linkIssues`. */
  unlinkIssues: (payload: { issueIds: string[]; was: Tag; back: Tag | null }) => Answer<UnlinkResult[]>;
  unlinkedEpics: (payload: Record<string, never>) => Answer<UnlinkedEpics>;
  /**
   * Proposes an epic of the page's project, which the viewer may edit, as the start of an objective; `null` withdraws
   * the proposal. An undecided one is withdrawn or replaced by its proposer and strategy editors only.
   */
  proposeEpic: (payload: { issueId: string; proposal: { note: string | null } | null }) => Answer<UnlinkedEpics>;
};
