import { guarded } from '../../../../src/domain/csvCell';
import { csvText } from '../csvText';
import type { CountedRow } from './useCounted';

/** The rows of a list as CSV, as Jira shows them to the viewer. */
export const countedCsv = (rows: readonly CountedRow[]): string =>
  csvText([
    ['key', 'summary', 'type', 'status', 'size', 'size is assumed'],
    ...rows.map(({ key, summary, type, status, size, isAssumed }) => [
      key,
      guarded(summary),
      guarded(type.name),
      guarded(status.name),
      size,
      isAssumed ? 'yes' : 'no',
    ]),
  ]);

/** JQL that finds these issues in Jira, whatever they serve: no JQL knows of inheritance. */
export const jqlOf = (rows: readonly CountedRow[]): string => `key in (${rows.map(({ key }) => key).join(', ')})`;
