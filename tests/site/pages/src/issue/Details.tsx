import Avatar from '@atlaskit/avatar';
import Checkbox from '@atlaskit/checkbox';
import Select from '@atlaskit/select';
import { avatarUrl } from '../jira/avatar';
import { useAppField, useEstimateFields, useFieldsNamed, useSiteState } from '../jira/siteState';
import type { Field, Issue, Named } from '../jira/types';
import { AppFieldRow } from './AppFieldRow';
import { FieldRow } from './FieldRow';
import styles from './issue.module.css';

type Props = { issue: Issue; canEdit: boolean; onEdit: (fields: Record<string, unknown>) => Promise<void> };

/** The details at the right of an issue, with the app's field. */
export function Details({ issue, canEdit, onEdit }: Props) {
  const appField = useAppField();
  const estimates = useEstimateFields();
  const [team] = useFieldsNamed(['Team']);
  const [flagged] = useFieldsNamed(['Flagged']);
  const { parent, components = [], fixVersions = [], issuetype } = issue.fields;
  const points = estimates.map((field) => valueOf(issue, field)).find((one) => one != null);
  return (
    <section className={styles.box} aria-labelledby="details">
      <h2 id="details" className={styles.boxTitle}>
        Details
      </h2>
      <dl className={styles.rows}>
        {appField && <AppFieldRow {...appField} issue={issue} canEdit={canEdit} onEdit={onEdit} />}
        <FieldRow name="Assignee">
          <Assignee issue={issue} canEdit={canEdit} onEdit={onEdit} />
        </FieldRow>
        <FieldRow name="Parent">
          {parent ? <a href={`/browse/${parent.key}`}>{`${parent.key} ${parent.fields?.summary ?? ''}`}</a> : null}
        </FieldRow>
        <FieldRow name="Story points">{typeof points === 'number' ? points : null}</FieldRow>
        <FieldRow name="Type">{issuetype.name}</FieldRow>
        <FieldRow name="Team">{(valueOf(issue, team) as Named | null | undefined)?.name ?? null}</FieldRow>
        {flagged && (
          <FieldRow name="Flagged">
            <Checkbox
              label={FLAG}
              isChecked={valueOf(issue, flagged) != null}
              isDisabled={!canEdit}
              onChange={({ target }) => void onEdit({ [flagged.id]: target.checked ? [{ value: FLAG }] : null })}
            />
          </FieldRow>
        )}
        <FieldRow name="Components">{names(components)}</FieldRow>
        <FieldRow name="Fix versions">{names(fixVersions)}</FieldRow>
      </dl>
    </section>
  );
}

/** The box that raises an issue's flag. */
const FLAG = 'Impediment';

const valueOf = (issue: Issue, field: Field | undefined): unknown =>
  field && issue.fields[field.id as `customfield_${number}`];

const names = (named: Named[]): string | null => named.map(({ name }) => name).join(', ') || null;

type Option = { value: string | null; label: string };

function Assignee({ issue, canEdit, onEdit }: Props) {
  const { users } = useSiteState();
  const { assignee } = issue.fields;
  if (!canEdit) {
    return (
      <span className={styles.person}>
        {assignee && <Avatar size="xsmall" src={avatarUrl(assignee.accountId)} />}
        {assignee?.displayName ?? 'Unassigned'}
      </span>
    );
  }
  const options: Option[] = [
    { value: null, label: 'Unassigned' },
    ...users.map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
  ];
  return (
    <div className={styles.select}>
      <Select<Option>
        aria-label="Assignee"
        appearance="subtle"
        spacing="compact"
        options={options}
        value={options.find(({ value }) => value === (assignee?.accountId ?? null))}
        onChange={(option) => option && void onEdit({ assignee: option.value && { accountId: option.value } })}
      />
    </div>
  );
}
