import type { Health } from '../domain/strategy/health';
import type { Statement } from '../domain/strategy/checkIn';
import type {
  Answer,
  Covers,
  Day,
  Measure,
  ObjectiveRef,
  Standing,
  SyncState,
  Tag,
  TagOrigin,
  WorkFigure,
} from './common';

export type ObjectiveOption = ObjectiveRef & {
  /** its ancestors, nearest first */
  above: ObjectiveRef[];
};

/**
 * Where the issue got what it serves: its own tag, or it is the objective itself; a tag above it; the issue above it that
 * is the objective; a link to that, of its own or of an issue above. `fromId`: the issue with the tag or the link, or the
 * objective; `null` if the viewer may not browse its project. `origin`: who gave that issue its tag in the app, `null`:
 * nobody, or the app does not know. `joins`: which issues and links an admin has named, so that the page can tell how many
 * objectives the links of that issue offer
 */
export type Provenance =
  | { kind: 'direct'; origin: TagOrigin | null }
  | { kind: 'itself' }
  | { kind: 'inherited'; fromId: string | null; origin: TagOrigin | null }
  | { kind: 'hierarchy'; fromId: string | null }
  | { kind: 'link'; fromId: string | null; joins: Joins }
  | { kind: 'none' };

/** Ids of the issue types that are objectives, and of the link types that join work to them. */
export type Joins = { types: number[]; links: number[] };

/** An issue as the app last read it. If Jira shows the viewer a later change or another parent, the app is behind. */
export type StoredIssue = { id: string; parentId: string | null; updated: string };

/** How the issue counts. */
export type Counted =
  /** it is a unit */
  | { kind: 'unit' }
  /** a sub-task: part of its parent, which is counted; a tag on it has no effect */
  | { kind: 'subtask'; parentId: string }
  /** an epic or above with children, which are counted instead */
  | { kind: 'container' }
  /** closed without being done: in no total */
  | { kind: 'dropped' }
  /** it is an objective, and never work */
  | { kind: 'objective' };

/**
 * An objective that an issue serves, or an ancestor of it, with the work of its whole subtree. `work`: `null` for those
 * who may not see totals
 */
export type ChainLink = { objective: ObjectiveRef; work: WorkFigure | null };

export type IssueAlignment = {
  issueId: string;
  counted: Counted;
  /** its own tag, with or without effect */
  tag: Tag | null;
  /** id of the field with the tag; `null`: it is on no screen of the site. It may hold a value that is no tag. */
  field: string | null;
  serves: { kind: 'objective'; chain: ChainLink[] } | { kind: 'run' } | { kind: 'none' };
  provenance: Provenance;
  standing: Standing;
  /** whether the viewer may edit the issue that a tag set here lands on (for a sub-task, the parent) */
  canEdit: boolean;
  /** the issue and its ancestors in projects that the viewer may browse, nearest first */
  stored: StoredIssue[];
  measure: Measure;
  /** which projects the progress of objectives covers */
  covers: Covers;
  asOf: string;
  sync: SyncState;
};

/**
 * What an issue inherits. `title`: empty if not public or not known; `fromId`: id of the issue above, `null` if the
 * viewer may not browse its project
 */
export type InheritedObjective = { tag: Tag; title: string; fromId: string | null };

/**
 * Why the issue's work matters. `objective`: what it serves, for those who may see the portfolio; `null` also for a draft, and
 * where it serves none. `aligns`: how many unlinked units directly below the issue its link would align; `null`: it serves
 * something, or is no epic
 */
export type WhyItMatters = {
  objective: {
    key: string;
    description: string | null;
    /** account id */
    owner: string | null;
    target: Day | null;
    /** computed, and stated by a person not longer ago than the cadence */
    health: Health | null;
    stated: Statement | null;
    /** 0…1, to be done by its target, of an objective on track; `null`: it has no target, or nothing was done lately */
    chance: number | null;
  } | null;
  aligns: number | null;
};

/**
 * An objective that is an issue, and the id of the issue: the page reads it from Jira, as the viewer. `isTaken`: a stated
 * objective has the issue's key
 */
export type ObjectiveIssue = { key: string; issueId: string; isTaken: boolean };

/** Calls of the field, and of the issue's panel and context. */
export type IssueCalls = {
  /** Active objectives, by key or title; all for an empty query; at most 50. */
  searchObjectives: (payload: { query: string }) => Answer<ObjectiveOption[]>;
  /** The objectives that are issues, of projects that the viewer may browse, and the field of their start in Jira. */
  objectiveIssues: (payload: Record<string, never>) => Answer<{ startField: string | null; issues: ObjectiveIssue[] }>;
  /** For the field: the stored title of the key in its value. Empty for drafts and keys that nobody stated. */
  objectiveTitle: (payload: { key: string }) => Answer<ObjectiveRef>;
  /** For the field's view. `null`: the issue has a tag, or serves nothing. */
  inheritedObjective: (payload: Record<string, never>) => Answer<InheritedObjective | null>;
  /** `behind`: Jira shows the page something else than `stored`. Only a hint. */
  issueAlignment: (payload: { measure: Measure; behind?: boolean }) => Answer<IssueAlignment>;
  /** For the panel, beside `issueAlignment`. */
  whyItMatters: (payload: Record<string, never>) => Answer<WhyItMatters>;
  /** Sets the issue's tag, or clears it with `null`; for a sub-task, that of its parent. `isSuggested`: it was accepted as suggested */
  tagIssue: (payload: { tag: Tag | null; measure: Measure; isSuggested?: boolean }) => Answer<IssueAlignment>;
  /** Gives a sub-task's own tag, which has no effect, to its parent, and clears it. */
  moveTagToParent: (payload: { measure: Measure }) => Answer<IssueAlignment>;
};
