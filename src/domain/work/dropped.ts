import { DROPPED_NAMES } from './droppedNames';

/** What may mean that an issue was closed without being done. */
export const DROPPING = ['resolution', 'status'] as const;
export type Dropping = (typeof DROPPING)[number];

/** A resolution or status. `id`: Jira's; empty where only the name is known */
export type Named = { id: string; name: string };

/** What an admin decided, by Jira's id: whether it means dropped. What has no entry goes by its name. */
export type Decisions = Readonly<Record<string, boolean>>;
export type DroppedDecisions = Readonly<Record<Dropping, Decisions>>;

/** All goes by its name. */
export const UNDECIDED: DroppedDecisions = { resolution: {}, status: {} };

/** The most resolutions, or statuses, that can be decided. Every team-managed project has statuses of its own. */
export const MOST_DECIDED = 10_000;

/**
 * A name in the form in which names are compared: trimmed, in lower case, with a typographic apostrophe as a plain one
 * and runs of blanks as one.
 */
export const comparedName = (name: string): string =>
  name.trim().toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ');

const byDefault: Record<Dropping, ReadonlySet<string>> = {
  resolution: new Set(DROPPED_NAMES.resolution.map(comparedName)),
  status: new Set(DROPPED_NAMES.status.map(comparedName)),
};

/** Whether a name means dropped unless an admin decides otherwise. */
export const isDroppedName = (what: Dropping, name: string): boolean => byDefault[what].has(comparedName(name));

/** Whether a resolution or status means dropped: as an admin decided about its id, else by its name. */
export const meansDropped = (what: Dropping, { id, name }: Named, decisions: DroppedDecisions): boolean =>
  Object.hasOwn(decisions[what], id) ? decisions[what][id] === true : isDroppedName(what, name);
