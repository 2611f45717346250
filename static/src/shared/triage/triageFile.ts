import type { CsvColumn } from '../csv/columns';
import type { Group, Undecided } from './groups';

/** The columns of files of undecided work, as Jira shows it to the viewer. */
export const TRIAGE_CSV: readonly CsvColumn<Undecided>[] = [
  { head: 'key', value: ({ facts }) => facts.key },
  { head: 'summary', value: ({ facts }) => facts.summary },
  { head: 'type', value: ({ facts }) => facts.unit.type },
  { head: 'standing', value: ({ standing }) => standing },
  { head: 'size', value: ({ size }) => size },
  { head: 'epic', value: ({ facts }) => facts.parent?.key ?? null },
  { head: 'components', value: ({ facts }) => facts.components.map(({ name }) => name).join(', ') },
  { head: 'labels', value: ({ facts }) => facts.labels.join(', ') },
  { head: 'assignee', value: ({ facts }) => facts.assignee?.displayName ?? null },
  { head: 'team', value: ({ facts }) => facts.team?.name ?? null },
];

/** The work of some groups, each issue once. */
export const unitsIn = (groups: readonly Group[]): Undecided[] => [...new Set(groups.flatMap(({ units }) => units))];
