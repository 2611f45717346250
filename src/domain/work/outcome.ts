import { type DroppedDecisions, meansDropped, type Named } from './dropped';
import type { Outcome } from './workItem';

/** Jira's keys of the status categories. */
export type StatusCategory = 'undefined' | 'new' | 'indeterminate' | 'done';

/**
 * An issue's outcome. Resolution and status mean dropped only in the status category done, because a reopened issue may
 * keep its resolution.
 */
export const outcomeOf = (
  category: StatusCategory,
  { status, resolution }: { status: Named; resolution: Named | null },
  decisions: DroppedDecisions,
): Outcome => {
  switch (category) {
    case 'indeterminate':
      return 'doing';
    case 'done': {
      const isDropped =
        meansDropped('status', status, decisions) ||
        (resolution !== null && meansDropped('resolution', resolution, decisions));
      return isDropped ? 'dropped' : 'done';
    }
    case 'new':
    case 'undefined':
      return 'todo';
  }
};
