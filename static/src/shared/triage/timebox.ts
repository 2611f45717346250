import type { Named } from '../jira/issueFacts';
import type { Undecided } from './groups';

/** Ids of a sprint and a fix version; `null`: any. */
export type Timebox = { sprint: string | null; fixVersion: string | null };

/** Whether a timebox holds nothing back. */
export const isAnyTime = ({ sprint, fixVersion }: Timebox): boolean => sprint === null && fixVersion === null;

/** Those of some units that are in a sprint and a fix version. */
export const within = (units: readonly Undecided[], timebox: Timebox): readonly Undecided[] => {
  const { sprint, fixVersion } = timebox;
  if (isAnyTime(timebox)) return units;
  return units.filter(
    ({ facts }) =>
      (sprint === null || facts.sprints.some(({ id }) => id === sprint)) &&
      (fixVersion === null || facts.versions.some(({ id }) => id === fixVersion)),
  );
};

/** The sprints and fix versions of some units, as Jira names them to the viewer, those with most units first. */
export const timeboxesOf = (units: readonly Undecided[]): { sprints: Named[]; versions: Named[] } => ({
  sprints: byUse(units.map(({ facts }) => facts.sprints)),
  versions: byUse(units.map(({ facts }) => facts.versions)),
});

const byUse = (lists: readonly (readonly Named[])[]): Named[] => {
  const found = new Map<string, Named & { units: number }>();
  for (const { id, name } of lists.flat()) found.set(id, { id, name, units: (found.get(id)?.units ?? 0) + 1 });
  return [...found.values()]
    .sort((a, b) => b.units - a.units || a.name.localeCompare(b.name))
    .map(({ id, name }) => ({ id, name }));
};
