import { IssueLink } from '../../shared/IssueLink';
import { IssueStatus } from '../../shared/IssueStatus';
import type { IssueSummary } from '../../shared/jira/issues';
import { TypeIcon } from './TypeIcon';
import type { WideColumn } from '../../shared/table/WideTable';
import styles from './issueColumns.module.css';

/** The columns that all tables of issues begin with: key, summary and status. */
export const issueColumns = (selected?: ReadonlySet<string>): WideColumn<IssueSummary>[] => [
  {
    head: 'Key',
    width: 11,
    cell: ({ id, key, type }) => (
      <span className={styles.key} data-selected={selected?.has(id)}>
        <TypeIcon type={type} />
        <IssueLink issueKey={key} />
      </span>
    ),
  },
  {
    head: 'Summary',
    cell: ({ summary }) => (
      <bdi className={styles.summary} dir="auto">
        {summary}
      </bdi>
    ),
  },
  { head: 'Status', width: 12, cell: ({ status }) => <IssueStatus status={status} /> },
];
