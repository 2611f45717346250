import Avatar from '@atlaskit/avatar';
import Checkbox from '@atlaskit/checkbox';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { IssueSummary } from '../../../shared/jira/issues';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { IssueLink } from '../../../shared/IssueLink';
import { IssueStatus } from '../../../shared/IssueStatus';
import { WideTable, type Column } from '../WideTable';
import { TypeIcon } from './TypeIcon';
import styles from './unlinked.module.css';

function Assignee({ assignee }: Pick<IssueSummary, 'assignee'>) {
  if (!assignee) return <span className="subtle">Unassigned</span>;
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

  const columns: Column<IssueSummary>[] = [
    {
      head: (
        <Checkbox
          label={<VisuallyHidden>Select all shown</VisuallyHidden>}
          isChecked={count === issues.length}
          isIndeterminate={count > 0 && count < issues.length}
          onChange={() => onSelect(count === issues.length ? new Set() : new Set(issues.map(({ id }) => id)))}
        />
      ),
      width: 4,
      cell: ({ id, key }) => (
        <Checkbox
          label={<VisuallyHidden>Select {key}</VisuallyHidden>}
          isChecked={selected.has(id)}
          onChange={() => toggle(id)}
        />
      ),
    },
    {
      head: 'Key',
      width: 11,
      cell: ({ id, key, type }) => (
        <span className={styles.key} data-selected={selected.has(id)}>
          <TypeIcon type={type} />
          <IssueLink issueKey={key} />
        </span>
      ),
    },
    { head: 'Summary', cell: ({ summary }) => <span className={styles.summary}>{summary}</span> },
    { head: 'Status', width: 12, cell: ({ status }) => <IssueStatus status={status} /> },
    { head: 'Assignee', width: 16, cell: ({ assignee }) => <Assignee assignee={assignee} /> },
    {
      head: 'Estimate',
      width: 8,
      cell: ({ estimate }) => (
        <span className={styles.numeric}>{estimate === null ? NONE : format.number(estimate)}</span>
      ),
    },
    {
      head: 'Updated',
      width: 11,
      cell: ({ updated }) => <span className={styles.numeric}>{format.date(updated)}</span>,
    },
  ];

  return (
    <WideTable
      label="Unlinked work"
      columns={columns}
      rows={issues}
      keyOf={({ id }) => id}
      isHighlighted={({ id }) => selected.has(id)}
    />
  );
}
