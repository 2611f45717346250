import type { IssueAlignment, ObjectiveRef } from '../../../../src/contract';
import { MALFORMED_MEANING } from '../../shared/fieldValue';

function staleNote({ key, status }: ObjectiveRef): string {
  switch (status) {
    case 'draft':
      return 'This objective is still a draft: open work on it does not count as aligned yet.';
    case 'achieved':
      return 'This objective is achieved: open work on it no longer counts as aligned.';
    case 'dropped':
      return 'This objective is dropped: open work on it no longer counts as aligned.';
    case 'unknown':
      return `The strategy has no objective ${key}: open work on it does not count as aligned.`;
    case 'active':
      return 'Open work on this objective does not count as aligned.';
  }
}

/**
 * Notes on how the issue counts, where one may expect something else.
 * @param target name of the issue that it is counted with
 */
export function countingNotes(
  { counted, tag, standing, serves }: IssueAlignment,
  target: string,
  hasMalformedTag: boolean,
): string[] {
  const notes: string[] = [];
  if (hasMalformedTag) notes.push(MALFORMED_MEANING);
  switch (counted.kind) {
    case 'unit':
      break;
    case 'subtask':
      notes.push(`Counted with ${target}, whose part this sub-task is.`);
      if (tag) notes.push('The objective set on the sub-task itself has no effect.');
      break;
    case 'container':
      notes.push('Its work items are counted instead of this issue.');
      break;
    case 'dropped':
      notes.push('Closed without being done, so it enters no total.');
      break;
    case 'objective':
      notes.push('An objective is no work: it enters no total itself. What is below it or linked to it serves it.');
      if (tag) notes.push('The objective set in its own field has no effect.');
      break;
  }
  const nearest = serves.kind === 'objective' ? serves.chain[0] : undefined;
  if (standing === 'stale' && counted.kind !== 'dropped' && nearest) notes.push(staleNote(nearest.objective));
  return notes;
}

/** Whether there is a tag to clear here: the issue's own, or for a sub-task its parent's. */
export function canClear({ counted, tag, provenance }: IssueAlignment, hasMalformedTag: boolean): boolean {
  if (counted.kind !== 'subtask') return tag !== null || hasMalformedTag;
  return provenance.kind === 'inherited' && provenance.fromId === counted.parentId;
}
