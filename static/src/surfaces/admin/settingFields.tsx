import { useId, type ReactNode } from 'react';
import { FormField } from '../../shared/form/FormField';
import { GroupPicker } from './GroupPicker';
import { NumberField } from './NumberField';
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
