import type { IssueSummary } from '../jira/issues';
import type { CsvColumn } from './columns';

/** The columns that files of issues begin with, as Jira shows the issues to the viewer. */
export const ISSUE_CSV: readonly CsvColumn<IssueSummary>[] = [
  { head: 'key', value: ({ key }) => key },
  { head: 'summary', value: ({ summary }) => summary },
  { head: 'type', value: ({ type }) => type.name },
  { head: 'status', value: ({ status }) => status.name },
];
