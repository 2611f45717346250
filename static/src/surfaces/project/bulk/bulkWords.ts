import type { BulkJob, EntryState } from '../../../../../src/contract';
import { TO_LINK, TO_UNDO } from '../../../../../src/domain/tagging/entry';
import { RUN } from '../../../../../src/domain/work/workItem';
import { countedWords } from '../../../shared/countedWords';
import type { Format } from '../../../shared/format';
import { nameOf } from '../../../shared/linkResults';
import type { Gathered } from './useBulk';

/** What became of issues, after their number. The order is that of the page. */
export const BECAME: Partial<Record<EntryState, string>> = {
  done: 'linked',
  same: 'had this link already',
  kept: 'kept another link',
  forbidden: 'you may not edit',
  subtask: 'sub-tasks, counted with their parent',
  objective: 'objectives themselves, and no work',
  notFound: 'not here any more, not read yet, or hidden from you',
  failed: 'Jira did not take',
  undone: 'taken back',
  changed: 'changed by somebody since, so they stay',
  undoForbidden: 'you may not edit any more, so they stay',
  undoFailed: 'Jira did not take back',
};

const countOf = ({ issues }: BulkJob, states: readonly EntryState[]): number =>
  states.reduce((sum, state) => sum + (issues[state] ?? 0), 0);

const TAKEN_BACK: readonly EntryState[] = ['undone', 'changed', 'undoForbidden', 'undoFailed'];

/** How far a job under way is. `left`: the issues to come, of `all` */
export const progressOf = (job: BulkJob): { left: number; all: number } => {
  if (job.state !== 'undoing') {
    return { left: countOf(job, TO_LINK), all: countOf(job, Object.keys(job.issues) as EntryState[]) };
  }
  const left = job.issues.undoing ?? 0;
  return { left, all: left + countOf(job, TAKEN_BACK) };
};

/** What a job that ended left, in words: issues whose turn never came, and those of which it is not known whether Jira took the link. */
export const leftBehind = ({ state, issues }: BulkJob, format: Format): string[] =>
  state === 'running'
    ? []
    : countedWords(
        [
          [issues.waiting ?? 0, 'not reached, as it was ended before'],
          [issues.writing ?? 0, 'begun as it was ended: Undo takes back what Jira has'],
        ],
        format,
      );

/** What can be done with a job: `Stop` if it has linked nothing yet; `null`: nothing */
export const undoWords = (job: BulkJob): 'Stop' | 'Stop and undo' | 'Undo' | null => {
  const hasLinked = countOf(job, TO_UNDO) > 0;
  if (job.state === 'running') return hasLinked ? 'Stop and undo' : 'Stop';
  return hasLinked ? 'Undo' : null;
};

/** "Linking to OBJ-7", "Linked to OBJ-7" */
export const jobTitle = (job: BulkJob): string => {
  const to = nameOf(job.to);
  if (job.state === 'running') return `Linking to ${to}`;
  return job.state === 'undoing' ? `Taking back links to ${to}` : `Linked to ${to}`;
};

/** Of the issues that may be linked, how many carry what already. `to`: a tag; `null`: not chosen yet */
export const tagsIn = ({ tagged }: Gathered, to: string | null): { same: number; other: number } => {
  const entries = Object.entries(tagged);
  const sum = (isWanted: (tag: string) => boolean) =>
    entries.reduce((total, [tag, issues]) => total + (isWanted(tag) ? issues : 0), 0);
  return { same: sum((tag) => tag === to), other: sum((tag) => tag !== to) };
};

/** What cannot be linked, in words. */
export const leftOut = ({ forbidden, subtask, objective, notFound }: Gathered, format: Format): string[] =>
  countedWords(
    [
      [forbidden, 'you may not edit'],
      [subtask, 'sub-tasks, counted with their parent: link that'],
      [objective, 'objectives themselves, and no work: link what is below them'],
      [notFound, 'of another project, or not read yet'],
    ],
    format,
  );

export const keyOf = (to: BulkJob['to']): string => (to.kind === 'run' ? RUN : to.key);
