/**
 * What became of an issue in a tagging job, in the order of the stored numbers: append only.
 * - `waiting`: the person may edit it; its turn has not come
 * - `writing`: its tag is being written
 * - `done`: the job gave it the tag
 * - `same`: it had the tag before
 * - `kept`: it carries another tag, which the job does not replace
 * - `forbidden`: the person may not edit it
 * - `notFound`: it is not in the project, is not read yet, or the person may not see it
 * - `subtask`: it is counted with its parent, so a tag of its own has no effect
 * - `failed`: Jira did not take the tag
 * - `undoing`: its former tag is being written
 * - `undone`: it has its former tag again
 * - `changed`: not taken back, because somebody changed its tag since
 * - `undoForbidden`: not taken back, because the person may not edit it any more
 * - `undoFailed`: not taken back, because Jira did not take the former tag
 * - `objective`: it is an objective itself, so a tag of its own has no effect
 */
export const ENTRY_STATES = [
  'waiting',
  'writing',
  'done',
  'same',
  'kept',
  'forbidden',
  'notFound',
  'subtask',
  'failed',
  'undoing',
  'undone',
  'changed',
  'undoForbidden',
  'undoFailed',
  'objective',
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** The issues of entries in a state. */
export const inState = (entries: readonly { issue: number; state: EntryState }[], wanted: EntryState): number[] =>
  entries.flatMap(({ issue, state }) => (state === wanted ? issue : []));

/** Entries of a running job that are not linked yet. */
export const TO_LINK: readonly EntryState[] = ['waiting', 'writing'];

/** Entries that undoing a job takes: of one that is being written only Jira can say whether it has the tag. */
export const TO_UNDO: readonly EntryState[] = ['done', 'writing'];

/**
 * A job is gathered, runs and finishes; undoing it runs again. Entries that still wait once it is no longer running were
 * never reached.
 */
export type JobState = 'gathering' | 'running' | 'undoing' | 'finished';

/** How a person chose the issues of a job. */
export const JOB_SOURCES = ['selection', 'epic', 'jql'] as const;
export type ChosenSource = (typeof JOB_SOURCES)[number];

/** How the issues of a job come to it: a person chose them, or a standing rule takes them. */
export type JobSource = ChosenSource | 'rule';

/** What to do with an entry: its final answer, or `write` its tag. */
type Decision = Extract<EntryState, 'done' | 'same' | 'kept' | 'changed' | 'undone'> | 'write';

/** A tag is an objective's key or `RUN`; `null`: none. */
type Tag = string | null;

/**
 * What to do with an issue of a running job.
 * @param now its tag in Jira
 * @param was for an entry that is being written, the tag that it had before; a function that ended may have written it
 */
export const decideLink = (
  { state, now, was }: { state: EntryState; now: Tag; was: Tag },
  { to, overwrites }: { to: string; overwrites: boolean },
): Decision => {
  if (state === 'writing') {
    if (now === to) return 'done';
    return now === was ? 'write' : 'kept';
  }
  if (now === to) return 'same';
  return now === null || overwrites ? 'write' : 'kept';
};

/** What to do with an issue whose tag is to be taken back: only the job's own tag is. */
export const decideUndo = ({ now, was }: { now: Tag; was: Tag }, { to }: { to: string }): Decision => {
  if (now === to) return 'write';
  return now === was ? 'undone' : 'changed';
};
