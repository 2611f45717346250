import { useId, type ReactNode } from 'react';
import { FormField } from '../../shared/form/FormField';
import { GroupPicker } from './GroupPicker';
import { NumberField } from './NumberField';
import { SelectMany } from './SelectMany';
import type { SettingsErrors, SettingsForm } from './settingsForm';
import styles from './admin.module.css';

/** The form, and how to change it. */
export type Fields = {
  form: SettingsForm;
  errors: SettingsErrors;
  onChange: <Name extends keyof SettingsForm>(name: Name, value: SettingsForm[Name]) => void;
};

type Setting<Name extends keyof SettingsForm> = Fields & {
  name: Name;
  label: string;
  hint: string;
  isRequired?: boolean;
  placeholder?: string;
};

/** Settings that belong together, under a heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** A setting that is a list of user groups. */
export const GroupsSetting = (props: Setting<'editorGroups' | 'viewerGroups' | 'totalsGroups'>) => {
  const { form, errors, onChange, name, placeholder = '', ...field } = props;
  return (
    <FormField {...field} error={errors[name]}>
      {(control) => (
        <GroupPicker
          {...control}
          groups={form[name]}
          placeholder={placeholder}
          onChange={(groups) => onChange(name, groups)}
        />
      )}
    </FormField>
  );
};

type ChoicesName = 'estimateFields' | 'excludedProjects' | 'objectiveTypes' | 'objectiveLinks';
type Choice<Name extends ChoicesName> = SettingsForm[Name][number];

/** A setting that is some of a list, in an order. `choices`: `undefined` while they are read */
export const ChoicesSetting = <Name extends ChoicesName>(
  props: Setting<Name> & {
    choices: Choice<Name>[] | undefined;
    choiceLabel?: (choice: Choice<Name>) => string;
    placeholder: string;
  },
) => {
  const { form, errors, onChange, name, choices, placeholder, choiceLabel = nameOf, ...field } = props;
  return (
    <FormField {...field} error={errors[name]}>
      {(control) => (
        <SelectMany<Choice<Name>>
          {...control}
          chosen={form[name]}
          choices={choices}
          label={choiceLabel}
          placeholder={placeholder}
          onChange={(chosen) => onChange(name, chosen as SettingsForm[Name])}
        />
      )}
    </FormField>
  );
};

const nameOf = ({ name }: { name: string }): string => name;

type NumberName = 'guardrail' | 'cadenceDays' | 'responseDays' | 'ownQuotaShare';

/** A setting that is a number. */
export const NumberSetting = (props: Setting<NumberName> & { suffix: '%' | 'days' }) => {
  const { form, errors, onChange, name, suffix, placeholder, ...field } = props;
  return (
    <FormField {...field} error={errors[name]}>
      {(control) => (
        <NumberField
          {...control}
          suffix={suffix}
          placeholder={placeholder}
          value={form[name]}
          onChange={(value) => onChange(name, value)}
        />
      )}
    </FormField>
  );
};
