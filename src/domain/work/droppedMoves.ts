import { type DroppedDecisions, type Dropping, DROPPING, meansDropped, type Named } from './dropped';

/** How many issues in the status category done have a status and a resolution (ids of Jira; `null`: none). */
export type EndedIssues = Record<Dropping, string | null> & { issues: number };

/** The issues that other decisions move from done to dropped, and back. */
export type Moves = { toDropped: EndedIssues[]; toDone: EndedIssues[] };

/**
 * The issues that count as something else by other decisions. What is not among `named` has no name, so it goes by
 * decisions alone.
 */
export const movesBetween = (
  before: DroppedDecisions,
  after: DroppedDecisions,
  named: Record<Dropping, readonly Named[]>,
  ended: readonly EndedIssues[],
): Moves => {
  const names = {
    resolution: new Map(named.resolution.map(({ id, name }) => [id, name])),
    status: new Map(named.status.map(({ id, name }) => [id, name])),
  };
  const isDropped = (one: EndedIssues, decisions: DroppedDecisions): boolean =>
    DROPPING.some((what) => {
      const id = one[what];
      return id !== null && meansDropped(what, { id, name: names[what].get(id) ?? '' }, decisions);
    });
  return {
    toDropped: ended.filter((one) => !isDropped(one, before) && isDropped(one, after)),
    toDone: ended.filter((one) => isDropped(one, before) && !isDropped(one, after)),
  };
};

/** How many issues they are together. */
export const issuesIn = (ended: readonly EndedIssues[]): number => ended.reduce((sum, { issues }) => sum + issues, 0);
