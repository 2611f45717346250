import type { CheckIn as DomainCheckIn, StatedHealth } from '../domain/strategy/checkIn';
import type { HistoryField, ObjectiveChange } from '../domain/strategy/history';
import type { Goal } from '../domain/strategy/keyResult';
import type { Headline, Objective, StatedStatus } from '../domain/strategy/objective';
import type { StatedKeyResult } from '../domain/strategy/objectiveRules';
import type { Answer, Covers, Day, ListedIssues, ObjectiveRef, ProjectRef } from './common';
import type { Proposal } from './project';

export type { Goal, Headline, HistoryField, StatedHealth, StatedStatus };

/** A key result as entered. `id`: `null` for a new one */
export type KeyResultDraft = StatedKeyResult & { id: number | null };

/** An objective as entered. */
export type ObjectiveDraft = Omit<Objective, 'key' | 'status' | 'archived'> & {
  status: StatedStatus;
  keyResults: KeyResultDraft[];
};

/**
 * A stored objective. An edit must name its `revision`: whoever edits an older one gets `conflict`, and nothing is
 * overwritten.
 */
export type StatedObjective = ObjectiveDraft & {
  key: string;
  revision: number;
  archived: boolean;
  keyResults: (KeyResultDraft & { id: number })[];
};

/** A stored objective in the list of all. `keyResults`: how many it has */
export type ListedObjective = Omit<StatedObjective, 'description' | 'keyResults'> & { keyResults: number };

/** The whole strategy in its order, with drafts and archived objectives. */
export type Strategy = {
  objectives: ListedObjective[];
  /** a free key for a new objective */
  nextKey: string;
};

/**
 * What moving, closing or dropping an objective does to the work on it and below it. Units are counted in items, over
 * all projects.
 */
export type Impact = {
  /** which projects' work is counted */
  covers: Covers;
  /** objectives below it, which move with it */
  below: number;
  /** units on it or below it */
  work: { todo: number; doing: number; done: number };
  /** open units that are aligned now and would be stale */
  becomeStale: number;
  /** open units that are stale now and would be aligned */
  comeAlive: number;
  /** its ancestors, nearest first */
  aboveBefore: ObjectiveRef[];
  aboveAfter: ObjectiveRef[];
  /** share of the whole plan, 0…1 */
  plannedShareBefore: number;
  plannedShareAfter: number;
};

export type CheckInDraft = Omit<DomainCheckIn, 'id' | 'author' | 'values' | 'ofDraft'> & {
  /** new values of key results */
  values: { keyResult: number; value: number }[];
};

export type CheckIn = CheckInDraft & {
  id: number;
  /** account id; `null`: the person was erased */
  author: string | null;
  at: string;
};

/** A change of an objective: by whom, when, and each field's old and new value. */
export type HistoryEntry = Omit<ObjectiveChange, 'objective' | 'at'> & { objective: ObjectiveRef; at: string };

/** Check-ins, newest first, and how many older ones there are. */
export type CheckIns = { checkIns: CheckIn[]; checkInsLeft: number };

/** Changes of an objective, newest first. `left`: older changes; `next`: ask for those before it; `null`: there are none */
export type History = { history: HistoryEntry[]; left: number; next: number | null };

/** An objective that the viewer owns and whose check-in is due. */
export type DueCheckIn = {
  objective: ObjectiveRef;
  last: Day | null;
  /** when the cadence ends (for the first one, the start or today) */
  due: Day;
  overdue: boolean;
};

export type ImportProblem = { row: number | null; column: string | null; message: string };

/** An objective that an import changes, and the fields. None if only the order of key results changes. */
export type ImportChange = { key: string; fields: HistoryField[] };

/** What an import would do, or did. With problems it does nothing. */
export type ImportOutcome = {
  problems: ImportProblem[];
  created: string[];
  changed: ImportChange[];
  unchanged: string[];
  /** standing rules of the column `link` that are not stated yet */
  rules: number;
  applied: boolean;
};

/** A proposed epic by id, which the viewer may see. `project`: `null` if the app does not know it */
export type ProposedEpic = { id: string; project: ProjectRef | null; proposal: Proposal };

/**
 * Rules that a strategy file cannot say: those of one project, those that somebody switched off, those whose JQL Jira does not
 * understand any more, and those whose objective is not stated any more.
 */
export type LeftOutRules = { project: number; off: number; refused: number; objective: number };

/** The strategy as a file. */
export type StrategyExport = { csv: string; leftOut: LeftOutRules };

/** `hidden`: further undecided ones, whose epics the viewer may not see */
export type ProposedEpics = ListedIssues<ProposedEpic> & { hidden: number };

export type StrategyCalls = {
  /** Strategy editors. */
  strategy: (payload: Record<string, never>) => Answer<Strategy>;
  /** Strategy editors. One objective whole, to edit it. */
  statedObjective: (payload: { key: string }) => Answer<StatedObjective>;
  /**
   * Strategy editors. Creates an objective (`revision` is `null`) or changes one. `conflict`: somebody else changed it
   * meanwhile.
   */
  saveObjective: (payload: {
    key: string;
    revision: number | null;
    objective: ObjectiveDraft;
  }) => Answer<StatedObjective>;
  /** Strategy editors. Moves an objective under another (`null`: to the top), before a sibling (`null`: to the end). */
  moveObjective: (payload: {
    key: string;
    revision: number;
    parent: string | null;
    before: string | null;
  }) => Answer<Strategy>;
  /** Strategy editors. Only objectives that are not active and have nothing active below them can be archived. */
  archiveObjective: (payload: { key: string; revision: number; archived: boolean }) => Answer<Strategy>;
  /** Strategy editors. Deletes a draft that never was active, with its check-ins and history. Nothing may be below it. */
  deleteObjective: (payload: { key: string; revision: number }) => Answer<Strategy>;
  /** Strategy editors. The effect of another parent and status of an objective. */
  objectiveImpact: (payload: { key: string; parent: string | null; status: StatedStatus }) => Answer<Impact>;
  /** Strategy editors, and the objective's owner. */
  checkIn: (payload: CheckInDraft) => Answer<CheckIn>;
  /** The viewer's own objectives whose check-in is due, the most overdue first. */
  dueCheckIns: (payload: Record<string, never>) => Answer<DueCheckIn[]>;
  /** Strategy editors. */
  exportStrategy: (payload: Record<string, never>) => Answer<StrategyExport>;
  /** Strategy editors. `apply: false`: only says what it would do. */
  importStrategy: (payload: { csv: string; apply: boolean }) => Answer<ImportOutcome>;
  /** Strategy editors. Undecided ones first. */
  proposedEpics: (payload: Record<string, never>) => Answer<ProposedEpics>;
  /** Strategy editors. Accepting tags the epic with an active objective. */
  decideProposal: (payload: {
    issueId: string;
    decision: { accept: string } | { decline: string | null };
  }) => Answer<ProposedEpics>;
};
