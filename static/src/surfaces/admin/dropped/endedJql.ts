import type { EndedIssues } from '../../../../../src/domain/work/droppedMoves';

/** More make an address that browsers and Jira may refuse. */
const MOST_CLAUSES = 50;

/** `null`: the issues have no resolution */
const resolutionIs = (id: string | null): string => (id === null ? 'resolution is EMPTY' : `resolution = ${id}`);

/**
 * The JQL of issues that have ended with some pairs of status and resolution, by their ids: names are not unique.
 * `null`: there are none, a status is not known, or there are too many pairs
 */
export const endedJql = (ended: readonly EndedIssues[]): string | null => {
  const pairs = new Map<string, string>();
  for (const { status, resolution } of ended) {
    if (status === null) return null;
    pairs.set(`${status} ${resolution}`, `(status = ${status} AND ${resolutionIs(resolution)})`);
  }
  if (pairs.size === 0 || pairs.size > MOST_CLAUSES) return null;
  return `statusCategory = Done AND (${[...pairs.values()].join(' OR ')})`;
};
