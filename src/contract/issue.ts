import type { Answer, Measure, ObjectiveRef, Outcome, Standing, SyncState, Tag, WorkFigure } from './common';

export type ObjectiveOption = ObjectiveRef & {
  /** the objectives above it, nearest first */
  above: ObjectiveRef[];
};

/** How the issue got what it serves. `fromId` is `null` where that issue is in a project that the viewer may not browse. */
export type Provenance = { kind: 'direct' } | { kind: 'inherited'; fromId: string | null } | { kind: 'none' };

/** An issue as the app last read it. Where Jira shows the viewer a later change or another parent, the app is behind. */
export type StoredIssue = { id: string; parentId: string | null; updated: string };

/** How the issue counts. */
export type Counted =
  /** it is a unit */
  | { kind: 'unit' }
  /** a sub-task: part of its parent, which is counted; a tag on it has no effect */
  | { kind: 'subtask'; parentId: string }
  /** an epic or above with work below it, which is counted instead */
  | { kind: 'container' }
  /** closed without being done: enters no total */
  | { kind: 'dropped' };

/** The objective an issue serves, or one above it, with its work over the whole cascade below it. `work` is `null` for those who may not see totals. */
export type ChainLink = { objective: ObjectiveRef; work: WorkFigure | null };

export type IssueAlignment = {
  issueId: string;
  counted: Counted;
  outcome: Outcome;
  /** the issue's own tag, whether it has an effect or not */
  tag: Tag | null;
  /** the id of the field that holds the tag; `null` where the site has it on no screen. The page sees there what is no tag. */
  field: string | null;
  serves: { kind: 'objective'; chain: ChainLink[] } | { kind: 'run' } | { kind: 'none' };
  provenance: Provenance;
  standing: Standing;
  /** may the viewer edit the issue that a tag set here lands on (the parent's, for a sub-task)? */
  canEdit: boolean;
  /** the issue, and of those above it those in projects that the viewer may browse, nearest first */
  stored: StoredIssue[];
  measure: Measure;
  asOf: string;
  sync: SyncState;
};

/**
 * What an issue serves by one above it. `title` is empty where it is not public or not known; `fromId`: the id of the issue above, `null`
 * where that is in a project that the viewer may not browse.
 */
export type InheritedObjective = { tag: Tag; title: string; fromId: string | null };

/** What the field and the issue's panel and context ask. */
export type IssueCalls = {
  /** Objectives that can be tagged, by key or title; all of them for an empty query; at most 50. */
  searchObjectives: (payload: { query: string }) => Answer<ObjectiveOption[]>;
  /** For the field's own view: `null` where the issue has a tag of its own, or serves nothing. */
  inheritedObjective: (payload: Record<string, never>) => Answer<InheritedObjective | null>;
  /** `behind`: the page saw in Jira that the issue or one above it is not as `stored` says. It is a hint, and no more. */
  issueAlignment: (payload: { measure: Measure; behind?: boolean }) => Answer<IssueAlignment>;
  /** Sets or (with `null`) clears the issue's tag; for a sub-task, that of its parent. At most one objective. */
  tagIssue: (payload: { tag: Tag | null; measure: Measure }) => Answer<IssueAlignment>;
};
