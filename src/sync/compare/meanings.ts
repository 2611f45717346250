import { type DroppedDecisions, type Dropping, meansDropped, type Named } from '../../domain/work/dropped';
import type { StatusCategory } from '../../domain/work/outcome';
import type { IssueConfiguration } from '../../jira/issueConfiguration';
import type { ChangedConfiguration } from '../../store/work/recountItems';

export const NOTHING_LISTED: IssueConfiguration = { statuses: {}, statusNames: {}, resolutions: {}, types: {} };

/** What was known, and what was found since. */
export const withFurther = (known: IssueConfiguration, found: IssueConfiguration): IssueConfiguration => ({
  statuses: { ...known.statuses, ...found.statuses },
  statusNames: { ...known.statusNames, ...found.statusNames },
  resolutions: { ...known.resolutions, ...found.resolutions },
  types: { ...known.types, ...found.types },
});

/** The ids of the resolutions and statuses that mean dropped, of all that Jira ever listed or an admin decided on. */
export const droppedIds = (known: IssueConfiguration, decisions: DroppedDecisions): Record<Dropping, string[]> => {
  const those = (what: Dropping) => idsOf(what, known, decisions, (named) => meansDropped(what, named, decisions));
  return { resolution: those('resolution'), status: those('status') };
};

const idsOf = (
  what: Dropping,
  known: IssueConfiguration,
  decisions: DroppedDecisions,
  isWanted: (named: Named) => boolean,
): string[] => {
  const names = what === 'status' ? known.statusNames : known.resolutions;
  const ids = new Set([...Object.keys(names), ...Object.keys(decisions[what])]);
  return [...ids].filter((id) => isWanted({ id, name: names[id] ?? '' }));
};

/** Ids of statuses, resolutions and types. */
export type ChangedIds = Record<'statuses' | 'resolutions' | 'types', readonly string[]>;

/** What changed ids mean now. */
export const meaningsOf = (
  { statuses, resolutions, types }: ChangedIds,
  known: IssueConfiguration,
  decisions: DroppedDecisions,
): ChangedConfiguration => {
  const ofCategory = (...categories: StatusCategory[]): number[] =>
    statuses.filter((id) => categories.includes(known.statuses[id] as StatusCategory)).map(Number);
  const mayBeDone = (what: Dropping, id: string): boolean =>
    what === 'resolution' || known.statuses[id] === undefined || known.statuses[id] === 'done';
  const those = (what: Dropping, areDropped: boolean): number[] =>
    idsOf(
      what,
      known,
      decisions,
      (named) => mayBeDone(what, named.id) && meansDropped(what, named, decisions) === areDropped,
    ).map(Number);
  return {
    statuses: statuses.map(Number),
    todo: ofCategory('new', 'undefined'),
    doing: ofCategory('indeterminate'),
    done: ofCategory('done'),
    resolutions: resolutions.map(Number),
    levels: types.flatMap((id) => {
      const level = known.types[id];
      return level === undefined ? [] : [{ type: Number(id), level }];
    }),
    dropped: { resolution: those('resolution', true), status: those('status', true) },
    kept: { resolution: those('resolution', false), status: those('status', false) },
  };
};
