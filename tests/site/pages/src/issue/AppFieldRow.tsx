import { useState } from 'react';
import { AppFrame } from '../frame/AppFrame';
import type { Field, Issue } from '../jira/types';
import { FieldRow } from './FieldRow';
import styles from './issue.module.css';
import { fieldPlace } from './place';

type Props = {
  field: Field;
  moduleKey: string;
  issue: Issue;
  canEdit: boolean;
  onEdit: (fields: Record<string, unknown>) => Promise<void>;
};

/** The app's field: its view, and after a click its edit page. */
export function AppFieldRow({ field, moduleKey, issue, canEdit, onEdit }: Props) {
  const [editing, setEditing] = useState(false);
  const value = issue.fields[field.id as `customfield_${number}`] ?? null;
  const place = (entryPoint: 'view' | 'edit') =>
    fieldPlace({ moduleKey, field, entryPoint, renderContext: 'issue-view', value }, { issue });

  if (editing) {
    return (
      <FieldRow name={field.name}>
        <AppFrame
          title={`Edit ${field.name}`}
          place={place('edit')}
          onSubmit={async (next) => {
            await onEdit({ [field.id]: next });
            setEditing(false);
          }}
          onClose={() => setEditing(false)}
        />
      </FieldRow>
    );
  }
  return (
    <FieldRow name={field.name}>
      <div className={canEdit ? styles.editable : undefined}>
        <AppFrame key={JSON.stringify(value)} title={field.name} place={place('view')} />
        {canEdit && (
          <button
            type="button"
            className={styles.cover}
            aria-label={`Edit ${field.name}`}
            onClick={() => setEditing(true)}
          />
        )}
      </div>
    </FieldRow>
  );
}
