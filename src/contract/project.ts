import type {
  AlignmentPoint,
  Answer,
  Day,
  ListedIssues,
  Measure,
  MixFigure,
  ObjectiveRef,
  ProjectRef,
  SyncState,
  Tag,
  WindowDays,
  WorkFigure,
} from './common';

/** Says what a page's figures are made of. */
export type Basis = {
  /** when the figures were last recomputed */
  asOf: string;
  from: Day;
  to: Day;
  measure: Measure;
  /** done units without any day they were done on: they count in progress, never in effort */
  undated: number;
  /** units that were dropped: they enter no total */
  dropped: number;
  /** work items whose parent the app does not know */
  unknownParents: number;
  /** the size that an unestimated unit of this project takes, in points; `null` when the measure is items */
  median: number | null;
};

/** Jira ids of a sprint, a fix version and a component; units must have each one given. */
export type WorkFilter = { sprint?: string; fixVersion?: string; component?: string };

/** A sprint, fix version or component by its id, and an issue that carries it: there the page finds its name, as Jira shows it to the viewer. */
export type FilterExample = { id: string; exampleId: string };
export type FilterExamples = {
  sprints: FilterExample[];
  fixVersions: FilterExample[];
  components: FilterExample[];
  /** the field that holds an issue's sprints */
  sprintField: string | null;
};

export type ServedObjective = {
  objective: ObjectiveRef;
  /** this project's units that serve it, themselves */
  here: WorkFigure;
  /** this project's effort on it within the window */
  effort: number;
  /** all projects' units that serve it or an objective below it; `null` for those who may not see totals */
  overall: WorkFigure | null;
};

export type ProjectAlignment = {
  project: ProjectRef;
  basis: Basis;
  effort: MixFigure;
  planned: MixFigure;
  /** most effort first */
  objectives: ServedObjective[];
  /** how many units serve nothing */
  unlinked: { effort: number; planned: number };
  /**
   * One point a week, of the ninety days (or 13 weeks) up to it, whichever window is asked for; only the last one is the
   * window's own effort, where that is ninety days. `null` with a filter: a day's figures are kept of whole projects only.
   */
  trend: AlignmentPoint[] | null;
  sync: SyncState;
};

export type UnlinkedPart = 'effort' | 'planned' | 'all';

/** Newest first. */
export type UnlinkedWork = ListedIssues<{ id: string; part: 'effort' | 'planned' }> & {
  /** all units that match, also those that Jira does not show to the viewer */
  total: number;
  next: string | null;
};

export type LinkResult = {
  issueId: string;
  /** `null` where the viewer may not see the issue */
  key: string | null;
  outcome: 'linked' | 'forbidden' | 'notFound' | 'failed';
  /** what to do, where it was not linked */
  message: string | null;
};

/** What became of an epic that somebody proposed as the ground for an objective. */
export type Proposal = {
  state: 'proposed' | 'accepted' | 'declined';
  /** account id; `null` once the person was erased */
  proposedBy: string | null;
  proposedAt: string;
  note: string | null;
  /** account id; `null` while it is undecided, and once the person was erased */
  decidedBy: string | null;
  /** `null` while it is undecided */
  decidedAt: string | null;
  /** why it was declined */
  reason: string | null;
  /** the objective it was accepted for */
  objective: ObjectiveRef | null;
};

/** An epic (level 1 or above) that serves nothing and is not over. */
export type UnlinkedEpic = {
  id: string;
  /** the open units below it, itself where it is not broken down */
  units: number;
  /** `null` also where the viewer may not see the epic */
  proposal: Proposal | null;
};

/** At most 50 of them, those with most open units first. */
export type UnlinkedEpics = ListedIssues<UnlinkedEpic> & { total: number };

/** What the project page asks. The project comes from the trusted context, never from the payload. */
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
  /** At most `MOST_LINKED` issues of the page's project; one result for each, in the order given. */
  linkIssues: (payload: { issueIds: string[]; to: Tag }) => Answer<LinkResult[]>;
  unlinkedEpics: (payload: Record<string, never>) => Answer<UnlinkedEpics>;
  /** Proposes an epic of the page's project, which the viewer may edit, as the ground for an objective; with `null` takes the proposal back. */
  proposeEpic: (payload: { issueId: string; proposal: { note: string | null } | null }) => Answer<UnlinkedEpics>;
};
