import { Stack } from '@atlaskit/primitives/compiled';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import type { StatedStatus } from '../../../../../../src/contract';
import { STATUS_NAME } from '../../../../../../src/domain/strategy/objective';
import { SelectOne, type SelectOption } from '../../../../shared/form/SelectOne';
import { DayField } from '../../../../shared/form/DayField';
import { FormField } from '../../../../shared/form/FormField';
import { PersonPicker } from '../../../../shared/people/PersonPicker';
import { FIELD_NAME } from '../../../../shared/words';
import { isInJira } from '../../../../shared/jira/seenObjectives';
import { AddedFields, type AddedProps, ViewFields, WeightField } from './AddedFields';
import { KeyResultsEditor } from './KeyResultsEditor';
import type { ObjectiveForm } from './objectiveForm';
import styles from './objectiveForm.module.css';

const STATUS_MEANING: Record<StatedStatus, string> = {
  draft: 'Seen by editors and its owner only; work cannot be linked to it',
  active: 'Work can be linked to it, and counts as aligned',
  achieved: 'Over, and reached; what is done stays aligned',
  dropped: 'Given up; work still open on it is stale',
};
const STATUSES: StatedStatus[] = ['draft', 'active', 'achieved', 'dropped'];
const STATUS_OPTIONS: SelectOption<StatedStatus>[] = STATUSES.map((value) => ({
  value,
  label: STATUS_NAME[value],
  detail: STATUS_MEANING[value],
}));

type Props = AddedProps & {
  /** only a new objective has a field for its key */
  isNew: boolean;
  parents: readonly SelectOption<string>[];
};

export function ObjectiveFields({ form, errors, isNew, parents, onChange }: Props) {
  const error = (field: keyof ObjectiveForm) => errors[field] ?? null;
  if (isInJira(form.key)) return <AddedFields form={form} errors={errors} onChange={onChange} />;
  return (
    <Stack space="space.200">
      <div className={isNew ? styles.keyAndTitle : undefined}>
        {isNew && (
          <FormField label="Key" isRequired error={error('key')}>
            {(control) => (
              <Textfield
                {...control}
                value={form.key}
                onChange={(event) => onChange({ key: event.currentTarget.value })}
              />
            )}
          </FormField>
        )}
        <FormField label={FIELD_NAME.title} isRequired error={error('title')}>
          {(control) => (
            <Textfield
              {...control}
              dir="auto"
              data-autofocus
              placeholder="What success looks like"
              value={form.title}
              onChange={(event) => onChange({ title: event.currentTarget.value })}
            />
          )}
        </FormField>
      </div>
      <FormField label={FIELD_NAME.description} error={error('description')}>
        {(control) => (
          <TextArea
            {...control}
            dir="auto"
            minimumRows={3}
            resize="vertical"
            placeholder="Why it matters, and what it does not include"
            value={form.description}
            onChange={(event) => onChange({ description: event.currentTarget.value })}
          />
        )}
      </FormField>
      <div className={styles.two}>
        <FormField label={FIELD_NAME.status} error={error('status')}>
          {(control) => (
            <SelectOne
              {...control}
              options={STATUS_OPTIONS}
              value={form.status}
              onChange={(status) => status && onChange({ status })}
            />
          )}
        </FormField>
        <FormField label={FIELD_NAME.owner} error={error('owner')}>
          {(control) => (
            <PersonPicker
              {...control}
              accountId={form.owner}
              placeholder="Nobody yet"
              onChange={(owner) => onChange({ owner })}
            />
          )}
        </FormField>
        <FormField label={FIELD_NAME.parent} error={error('parent')} hint="The objective that this one contributes to.">
          {(control) => (
            <SelectOne
              {...control}
              isClearable
              placeholder="None, at the top"
              options={parents}
              value={form.parent}
              onChange={(parent) => onChange({ parent })}
            />
          )}
        </FormField>
        <WeightField form={form} errors={errors} onChange={onChange} />
        <FormField label={FIELD_NAME.start} error={error('start')}>
          {(control) => <DayField {...control} value={form.start} onChange={(start) => onChange({ start })} />}
        </FormField>
        <FormField label={FIELD_NAME.target} error={error('target')}>
          {(control) => <DayField {...control} value={form.target} onChange={(target) => onChange({ target })} />}
        </FormField>
        <ViewFields form={form} errors={errors} onChange={onChange} />
      </div>
      <KeyResultsEditor
        keyResults={form.keyResults}
        errors={errors}
        onChange={(keyResults) => onChange({ keyResults })}
      />
    </Stack>
  );
}
