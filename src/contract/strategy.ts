import type { CheckIn as DomainCheckIn, StatedHealth } from '../domain/strategy/checkIn';
import type { HistoryField, ObjectiveChange } from '../domain/strategy/history';
import type { Goal } from '../domain/strategy/keyResult';
import type { Headline, Objective, StatedStatus } from '../domain/strategy/objective';
import type { StatedKeyResult } from '../domain/strategy/objectiveRules';
import type { Answer, Day, ListedIssues, ObjectiveRef, ProjectRef } from './common';
import type { Proposal } from './project';

export type { Goal, Headline, HistoryField, StatedHealth, StatedStatus };

/** A KPI of an objective as a person states it. `id` is `null` for a new one. */
export type KeyResultDraft = StatedKeyResult & { id: number | null };

/** An objective as a person states it. */
export type ObjectiveDraft = Omit<Objective, 'key' | 'status' | 'archived'> & {
  status: StatedStatus;
  keyResults: KeyResultDraft[];
};

/** An objective as it stands. `revision` is what an edit must name: who edits an older one is told, and nothing is overwritten. */
export type StatedObjective = ObjectiveDraft & {
  key: string;
  revision: number;
  archived: boolean;
  keyResults: (KeyResultDraft & { id: number })[];
};

/** The whole strategy, drafts and archived objectives included, in its order. */
export type Strategy = {
  objectives: StatedObjective[];
  /** a key that is free, for a new objective */
  nextKey: string;
};

/** What moving, closing or dropping an objective does to the work that serves it or one below it. Units are counted in items, over all projects. */
export type Impact = {
  /** objectives below it, which move with it */
  below: number;
  /** units that serve it or one below it */
  work: { todo: number; doing: number; done: number };
  /** open units that are aligned now and would be stale */
  becomeStale: number;
  /** open units that are stale now and would be aligned */
  comeAlive: number;
  /** the objectives above it, nearest first */
  aboveBefore: ObjectiveRef[];
  aboveAfter: ObjectiveRef[];
  /** planned share of everything, 0…1 */
  plannedShareBefore: number;
  plannedShareAfter: number;
};

export type CheckInDraft = Omit<DomainCheckIn, 'id' | 'author' | 'values'> & {
  /** new values of key results */
  values: { keyResult: number; value: number }[];
};

export type CheckIn = CheckInDraft & {
  id: number;
  /** account id; `null` once the person was erased */
  author: string | null;
  at: string;
};

/** One change of an objective: who, when, and each field's old and new value. */
export type HistoryEntry = Omit<ObjectiveChange, 'objective' | 'at'> & { objective: ObjectiveRef; at: string };

/** An objective that the viewer owns and that wants a check-in. */
export type DueCheckIn = {
  objective: ObjectiveRef;
  last: Day | null;
  /** the day on which the cadence ends (the start, or today, for the first one) */
  due: Day;
  overdue: boolean;
};

export type ImportProblem = { row: number | null; column: string | null; message: string };

/** An objective that an import changes, and the fields in which it does; none where only the order of key results changes. */
export type ImportChange = { key: string; fields: HistoryField[] };

/** What an import would do, or did; with problems it does nothing at all. */
export type ImportOutcome = {
  problems: ImportProblem[];
  created: string[];
  changed: ImportChange[];
  unchanged: string[];
  applied: boolean;
};

/** An epic that somebody proposed, by its id; `project` is `null` where the viewer may not browse it. */
export type ProposedEpic = { id: string; project: ProjectRef | null; proposal: Proposal };

export type ProposedEpics = ListedIssues<ProposedEpic>;

export type StrategyCalls = {
  /** Strategy editors. */
  strategy: (payload: Record<string, never>) => Answer<Strategy>;
  /** Strategy editors. States a new objective (`revision` is `null`) or changes one. `conflict` when somebody else changed it meanwhile. */
  saveObjective: (payload: {
    key: string;
    revision: number | null;
    objective: ObjectiveDraft;
  }) => Answer<StatedObjective>;
  /** Strategy editors. Puts an objective under another (or, with `null`, at the top), before a sibling (or, with `null`, last). */
  moveObjective: (payload: {
    key: string;
    revision: number;
    parent: string | null;
    before: string | null;
  }) => Answer<Strategy>;
  /** Strategy editors. Only what is not active, and has nothing active below it, can be archived. */
  archiveObjective: (payload: { key: string; revision: number; archived: boolean }) => Answer<Strategy>;
  /** Strategy editors. What the objective's new parent and status would do. */
  objectiveImpact: (payload: { key: string; parent: string | null; status: StatedStatus }) => Answer<Impact>;
  /** Strategy editors, and the objective's owner. */
  checkIn: (payload: CheckInDraft) => Answer<CheckIn>;
  /** What the viewer owns and is to check in on, the most overdue first. */
  dueCheckIns: (payload: Record<string, never>) => Answer<DueCheckIn[]>;
  /** Strategy editors. */
  exportStrategy: (payload: Record<string, never>) => Answer<{ csv: string }>;
  /** Strategy editors. With `apply: false` only says what it would do. */
  importStrategy: (payload: { csv: string; apply: boolean }) => Answer<ImportOutcome>;
  /** Strategy editors. Undecided ones first. */
  proposedEpics: (payload: Record<string, never>) => Answer<ProposedEpics>;
  /** Strategy editors. Accepting tags the epic with an active objective. */
  decideProposal: (payload: {
    issueId: string;
    decision: { accept: string } | { decline: string | null };
  }) => Answer<ProposedEpics>;
};
