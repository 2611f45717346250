import { Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import type { Headline, Perspective } from '../../../../../../src/contract';
import { HEADLINE_NAME, PERSPECTIVES, PERSPECTIVE_NAME } from '../../../../../../src/domain/strategy/objective';
import { FormField } from '../../../../shared/form/FormField';
import { SelectOne, type SelectOption } from '../../../../shared/form/SelectOne';
import { ChangedInJira } from '../../../../shared/jira/ChangedInJira';
import { FIELD_NAME } from '../../../../shared/words';
import { KeyResultsEditor } from './KeyResultsEditor';
import type { ObjectiveForm } from './objectiveForm';
import type { FormErrors } from './readForm';
import styles from './objectiveForm.module.css';

const PERSPECTIVE_OPTIONS: SelectOption<Perspective>[] = PERSPECTIVES.map((value) => ({
  value,
  label: PERSPECTIVE_NAME[value],
}));

const HEADLINES: Headline[] = ['work', 'keyResults', 'both'];
const HEADLINE_OPTIONS: SelectOption<Headline>[] = HEADLINES.map((value) => ({ value, label: HEADLINE_NAME[value] }));

export type AddedProps = {
  form: ObjectiveForm;
  errors: FormErrors;
  onChange: (part: Partial<ObjectiveForm>) => void;
};

/** What the app adds to an objective that is an issue. */
export const AddedFields = (props: AddedProps) => (
  <Stack space="space.200">
    <SectionMessage title="This objective is an issue">
      <p>
        <ChangedInJira objectiveKey={props.form.key} /> Here it gets what Jira does not have.
      </p>
    </SectionMessage>
    <div className={styles.two}>
      <WeightField {...props} />
      <ViewFields {...props} />
    </div>
    <KeyResultsEditor
      keyResults={props.form.keyResults}
      errors={props.errors}
      onChange={(keyResults) => props.onChange({ keyResults })}
    />
  </Stack>
);

export const WeightField = ({ form, errors, onChange }: AddedProps) => (
  <FormField
    label={FIELD_NAME.weight}
    error={errors.weight ?? null}
    hint="Its planned share among its siblings, on any scale. All empty: equal shares."
  >
    {(control) => (
      <Textfield
        {...control}
        inputMode="decimal"
        placeholder="None"
        value={form.weight}
        onChange={(event) => onChange({ weight: event.currentTarget.value })}
      />
    )}
  </FormField>
);

/** Where an objective is shown, and by which progress. */
export const ViewFields = ({ form, errors, onChange }: AddedProps) => (
  <>
    <FormField
      label={FIELD_NAME.perspective}
      error={errors.perspective ?? null}
      hint="Its place on the balanced scorecard."
    >
      {(control) => (
        <SelectOne
          {...control}
          isClearable
          placeholder="None"
          options={PERSPECTIVE_OPTIONS}
          value={form.perspective}
          onChange={(perspective) => onChange({ perspective })}
        />
      )}
    </FormField>
    <FormField label={FIELD_NAME.headline} error={errors.headline ?? null} hint="Which progress its health follows.">
      {(control) => (
        <SelectOne
          {...control}
          options={HEADLINE_OPTIONS}
          value={form.headline}
          onChange={(headline) => headline && onChange({ headline })}
        />
      )}
    </FormField>
  </>
);
