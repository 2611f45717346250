import Checkbox from '@atlaskit/checkbox';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { IssueSummary } from '../../../shared/jira/issues';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { PersonTag } from '../../../shared/people/PersonName';
import { issueColumns } from '../issueColumns';
import { WideTable, type WideColumn } from '../../../shared/table/WideTable';
import styles from './unlinked.module.css';

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

  const columns: WideColumn<IssueSummary>[] = [
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
    ...issueColumns(selected),
    {
      head: 'Assignee',
      width: 16,
      cell: ({ assignee }) => (assignee ? <PersonTag person={assignee} /> : <span className="subtle">Unassigned</span>),
    },
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
      cell: ({ updated }) => <span className={styles.numeric}>{updated === null ? NONE : format.date(updated)}</span>,
    },
  ];

  return (
    <WideTable
      label="Unlinked work"
      columns={columns}
      rows={issues}
      rowKey={({ id }) => id}
      isHighlighted={({ id }) => selected.has(id)}
    />
  );
}
