import Avatar from '@atlaskit/avatar';
import Checkbox from '@atlaskit/checkbox';
import type { ReactNode } from 'react';
import { avatarUrl } from '../jira/avatar';
import type { Issue } from '../jira/types';
import styles from './issue.module.css';
import { StatusLozenge } from './StatusLozenge';
import { TypeIcon } from './TypeIcon';

type Selection = { keys: ReadonlySet<string>; onChange(keys: ReadonlySet<string>): void };

type Props = {
  issues: Issue[];
  label: string;
  /** One more column, such as the app's field. */
  extra?: { name: string; cell(issue: Issue): ReactNode } | null;
  selection?: Selection;
};

export function IssueTable({ issues, label, extra, selection }: Props) {
  const all = selection !== undefined && issues.length > 0 && issues.every(({ key }) => selection.keys.has(key));
  const toggle = (keys: string[], on: boolean) => {
    const next = new Set(selection?.keys);
    for (const key of keys) {
      if (on) next.add(key);
      else next.delete(key);
    }
    selection?.onChange(next);
  };
  return (
    <div className={styles.tableBox}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {selection && (
              <th className={styles.narrow}>
                <Checkbox
                  isChecked={all}
                  label=""
                  aria-label="Select all on this page"
                  onChange={({ target }) =>
                    toggle(
                      issues.map(({ key }) => key),
                      target.checked,
                    )
                  }
                />
              </th>
            )}
            <th>Key</th>
            <th className={styles.wide}>Summary</th>
            {extra && <th>{extra.name}</th>}
            <th>Status</th>
            <th>Assignee</th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => {
            const { key, fields } = issue;
            return (
              <tr key={key}>
                {selection && (
                  <td>
                    <Checkbox
                      isChecked={selection.keys.has(key)}
                      label=""
                      aria-label={`Select ${key}`}
                      onChange={({ target }) => toggle([key], target.checked)}
                    />
                  </td>
                )}
                <td>
                  <span className={styles.keyCell}>
                    <TypeIcon type={fields.issuetype} />
                    <a href={`/browse/${key}`}>{key}</a>
                  </span>
                </td>
                <td>{fields.summary}</td>
                {extra && <td className={styles.subtle}>{extra.cell(issue)}</td>}
                <td>
                  <StatusLozenge status={fields.status} />
                </td>
                <td>
                  {fields.assignee && (
                    <span className={styles.person}>
                      <Avatar size="xsmall" src={avatarUrl(fields.assignee.accountId)} />
                      {fields.assignee.displayName}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
