import { useState } from 'react';
import { AppFrame } from '../frame/AppFrame';
import { showFlag } from '../frame/flagStore';
import { editIssue } from '../jira/rest';
import type { Field, Issue } from '../jira/types';
import styles from './issue.module.css';
import { fieldPlace } from './place';

type Props = { issue: Issue; field: Field; moduleKey: string; onEdited: () => void };

/** The app's field in a list: the formatter's text, and after a click the app's edit page. */
export function ListFieldCell({ issue, field, moduleKey, onEdited }: Props) {
  const [editing, setEditing] = useState(false);
  const value = issue.fields[field.id as `customfield_${number}`] ?? null;
  if (editing) {
    return (
      <AppFrame
        title={`Edit ${field.name}`}
        place={fieldPlace({ moduleKey, field, entryPoint: 'edit', renderContext: 'list-view', value }, { issue })}
        onSubmit={async (next) => {
          await editIssue(issue.key, { [field.id]: next }).catch((error: Error) =>
            showFlag({ id: 'list', type: 'error', title: error.message, isAutoDismiss: true }),
          );
          setEditing(false);
          onEdited();
        }}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <div className={styles.editable}>
      {formatted(value)}
      <button
        type="button"
        className={styles.cover}
        aria-label={`Edit ${field.name} of ${issue.key}`}
        onClick={() => setEditing(true)}
      />
    </div>
  );
}

/** What the field's formatter in the manifest does. */
function formatted(value: unknown): string {
  if (value === null) return '';
  const { key, name } = value as { key: string; name: string };
  return key === 'RUN' ? 'Run the business' : `${key} ${name}`.trim();
}
