import Avatar from '@atlaskit/avatar';
import Checkbox from '@atlaskit/checkbox';
import DynamicTable from '@atlaskit/dynamic-table';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { IssueSummary } from '../../../shared/jira/issues';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { IssueLink } from '../../../shared/IssueLink';
import { IssueStatus } from '../../../shared/IssueStatus';
import { TypeIcon } from './TypeIcon';
import styles from './unlinked.module.css';

function Assignee({ assignee }: Pick<IssueSummary, 'assignee'>) {
  if (!assignee) return <span className={styles.subtle}>Unassigned</span>;
  return (
    <span className={styles.person}>
      <Avatar size="xsmall" src={assignee.avatarUrl ?? undefined} borderColor="transparent" />
      <span className={styles.cut}>{assignee.displayName}</span>
    </span>
  );
}

type Props = {
  issues: readonly IssueSummary[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
};

/** The unlinked issues as Jira shows them, with a selection. */
export function UnlinkedTable({ issues, selected, onSelect }: Props) {
  const format = useFormat();
  const count = issues.filter(({ id }) => selected.has(id)).length;
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };

  const head = {
    cells: [
      {
        key: 'select',
        width: 4,
        content: (
          <Checkbox
            label={<VisuallyHidden>Select all shown</VisuallyHidden>}
            isChecked={count === issues.length}
            isIndeterminate={count > 0 && count < issues.length}
            onChange={() => onSelect(count === issues.length ? new Set() : new Set(issues.map(({ id }) => id)))}
          />
        ),
      },
      { key: 'key', content: 'Key', width: 11 },
      { key: 'summary', content: 'Summary' },
      { key: 'status', content: 'Status', width: 12 },
      { key: 'assignee', content: 'Assignee', width: 16 },
      { key: 'estimate', content: 'Estimate', width: 8 },
      { key: 'updated', content: 'Updated', width: 11 },
    ],
  };

  const rows = issues.map((issue) => ({
    key: issue.id,
    isHighlighted: selected.has(issue.id),
    cells: [
      {
        content: (
          <Checkbox
            label={<VisuallyHidden>Select {issue.key}</VisuallyHidden>}
            isChecked={selected.has(issue.id)}
            onChange={() => toggle(issue.id)}
          />
        ),
      },
      {
        content: (
          <span className={styles.key} data-selected={selected.has(issue.id)}>
            <TypeIcon type={issue.type} />
            <IssueLink issueKey={issue.key} />
          </span>
        ),
      },
      { content: <span className={styles.summary}>{issue.summary}</span> },
      { content: <IssueStatus status={issue.status} /> },
      { content: <Assignee assignee={issue.assignee} /> },
      {
        content: (
          <span className={styles.numeric}>{issue.estimate === null ? NONE : format.number(issue.estimate)}</span>
        ),
      },
      { content: <span className={styles.numeric}>{format.date(issue.updated)}</span> },
    ],
  }));

  return (
    <div className={styles.scroll}>
      <DynamicTable label="Unlinked work" head={head} rows={rows} />
    </div>
  );
}
