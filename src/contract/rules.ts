import type { Answer, ObjectiveRef, Tag } from './common';

/** Why a rule tags nothing now. `off`: somebody switched it off; `objective`: its objective is not active */
export type RulePause = 'off' | 'owner' | 'jql' | 'objective';

/** A standing rule: what its JQL matches gets the tag, unless it has one of its own or somebody cleared it. */
export type Rule = {
  id: string;
  jql: string;
  to: Tag;
  /** `null`: it runs the business */
  objective: ObjectiveRef | null;
  /** account id; `null`: the person was erased */
  owner: string | null;
  /** `null`: it is at work */
  pause: RulePause | null;
  /** how many issues it tagged, and how many wait for it; `null`: they may lie in projects that the viewer may not browse */
  tagged: number | null;
  waiting: number | null;
  /** whether everything that it matches was looked through once */
  isSwept: boolean;
};

/** The rules of a place in their order. `everywhere`: how many rules of strategists come before those of a project */
export type Rules = { rules: Rule[]; everywhere: number };

/**
 * What a rule would do with a batch of issues. `takes`: those that it would tag; `tagged`: these have a tag of their own;
 * `serves`: these serve the objective anyway; `cleared`: somebody took their tag away; `others`: objectives, sub-tasks,
 * dropped work, and what is not of this place or not known here
 */
export type RuleBatch = { takes: number; tagged: number; serves: number; cleared: number; others: number };

/**
 * Calls about standing rules. On a project's page they are about the rules of that project, for its admins and
 * strategists; elsewhere about the rules for every project, for strategists.
 */
export type RuleCalls = {
  rules: (payload: Record<string, never>) => Answer<Rules>;
  /** Counts at most 1,000 issues that a JQL of the viewer's found; those that they may not see count as others. */
  previewRule: (payload: { to: Tag; issueIds: string[] }) => Answer<RuleBatch>;
  /** States a rule, a new one (`null`) as the last. Whoever states it owns it. */
  saveRule: (payload: { id: string | null; jql: string; to: Tag; on: boolean }) => Answer<Rules>;
  /** Puts a rule before another; `null`: last */
  moveRule: (payload: { id: string; before: string | null }) => Answer<Rules>;
  /** Deletes a rule. What it tagged keeps its tags. */
  deleteRule: (payload: { id: string }) => Answer<Rules>;
};
