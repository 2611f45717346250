import type { Generated } from 'kysely';
import type { JobSource, JobState } from '../../domain/tagging/entry';
import type { Origin } from '../../domain/tagging/origin';
import type { Refusal } from '../../domain/tagging/rule';
import type { DeferralReason } from '../../domain/work/deferral';

/* Tables of `schema.ts` about tagging: jobs that tag many issues, rules, and what triage leaves out for a while. */

/**
 * `id`: a timed number; `author`: an `account`; `target`: an objective's id, or `RUN_ID`; `undone_noted`: entries taken
 * back that the audit log tells of
 */
export type TaggingJobTable = {
  id: number;
  author: number | null;
  project: number | null;
  source: JobSource;
  state: JobState;
  target: Generated<number | null>;
  overwrites: number;
  issues: number;
  undone_noted: number;
  finished_at: Generated<number | null>;
};

/**
 * `id`: that of its job; `owner`: an `account`; `project`: `null`: everywhere; `place`: in the order of rules; `is_on`: 1,
 * or 0 where somebody switched it off; `refused`: why it pauses; `page_token`: how far its sweep is; `found`: what its
 * sweep found so far; `sweep_due`: when the next one is due
 */
export type TagRuleTable = {
  id: number;
  owner: number | null;
  project: number | null;
  jql: string;
  place: number;
  is_on: number;
  refused: Refusal | null;
  page_token: string | null;
  found: number;
  sweep_due: number;
};

/** `state`: a place in `ENTRY_STATES`; `was`: the tag before the job, an objective's id or `RUN_ID` */
export type TaggingEntryTable = { job: number; issue: number; state: number; was: Generated<number | null> };

/** Who gave an issue its tag. `tag`: which, an objective's id or `RUN_ID`; `author`: an `account`; `at`: epoch milliseconds */
export type TagOriginTable = { issue: number; tag: number; how: Origin; author: number | null; at: number };

/** An issue that leaves triage for a while. `until_day`: the last day on which it does */
export type DeferralTable = { issue: number; until_day: number; reason: DeferralReason; author: number | null };
