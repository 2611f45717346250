import type { Dropping, DroppedDecisions, Named } from '../domain/work/dropped';
import type { EndedIssues } from '../domain/work/droppedMoves';
import type { Answer } from './common';

export type { DroppedDecisions, Dropping };

/** The site's resolutions, and its statuses of the category done, by name, and what an admin decided of them. */
export type DroppedWork = Record<Dropping, Named[]> & { decided: DroppedDecisions };

/**
 * The issues of a part of the site that are in the status category done, sub-tasks included. One status and resolution
 * may come several times. `next`: where the next part begins; `null`: there is none
 */
export type EndedWork = { found: EndedIssues[]; next: string | null };

export type DroppedCalls = {
  /** Jira admins. */
  droppedWork: (payload: Record<string, never>) => Answer<DroppedWork>;
  /** Jira admins. `after`: where the part begins; `null`: at the first issue. */
  endedWork: (payload: { after: string | null }) => Answer<EndedWork>;
  /** Jira admins. What has no entry goes by its name. */
  saveDropped: (payload: DroppedDecisions) => Answer<DroppedDecisions>;
};
