import { guarded } from '../../../../src/domain/csvCell';
import { csvText } from '../csvText';
import { type Group, type Undecided } from './groups';

const HEAD = ['key', 'summary', 'type', 'standing', 'size', 'epic', 'components', 'labels', 'assignee', 'team'];

const row = ({ standing, size, facts }: Undecided): (string | number)[] => [
  facts.key,
  guarded(facts.summary),
  guarded(facts.unit.type),
  standing,
  size,
  facts.parent?.key ?? '',
  guarded(facts.components.map(({ name }) => name).join(', ')),
  guarded(facts.labels.join(', ')),
  guarded(facts.assignee?.displayName ?? ''),
  guarded(facts.team?.name ?? ''),
];

/** The work of some groups as CSV, each issue once, as Jira shows it to the viewer. */
export const triageCsv = (groups: readonly Group[]): string =>
  csvText([HEAD, ...[...new Set(groups.flatMap(({ units }) => units))].map(row)]);
