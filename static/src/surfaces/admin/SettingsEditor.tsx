import Button from '@atlaskit/button/new';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Settings } from '../../../../src/contract';
import { ask, CallError } from '../../shared/ask';
import { ErrorState } from '../../shared/ErrorState';
import { tellDone } from '../../shared/flags';
import { asking } from '../../shared/queries';
import { useFocusFirstError } from '../../shared/form/useFocusFirstError';
import { GroupsSetting, NumberSetting, Section, type Fields } from './settingFields';
import { fromForm, toForm, type SettingsErrors } from './settingsForm';
import { StrategySection } from './StrategySection';
import { WorkSection } from './WorkSection';
import styles from './admin.module.css';

/** The settings as a form. `saved`: as stored */
export function SettingsEditor({ saved }: { saved: Settings }) {
  const client = useQueryClient();
  const [form, setForm] = useState(() => toForm(saved));
  const [errors, setErrors] = useState<SettingsErrors>({});
  const formRef = useFocusFirstError<HTMLFormElement>(errors);
  const save = useMutation({
    mutationFn: (settings: Settings) => ask('saveSettings', settings),
    onSuccess: (stored) => {
      client.setQueryData(asking('settings', {}).queryKey, stored);
      setForm(toForm(stored));
      tellDone('settings-saved', 'Settings saved');
    },
    onError: (error) => {
      if (error instanceof CallError && error.field !== null) setErrors({ [error.field]: error.message });
    },
  });

  const isChanged = JSON.stringify(form) !== JSON.stringify(toForm(saved));
  const isAtField = save.error instanceof CallError && save.error.field !== null && save.error.field in form;

  const change: Fields['onChange'] = (name, value) => {
    setForm({ ...form, [name]: value });
    setErrors(Object.fromEntries(Object.entries(errors).filter(([wrong]) => wrong !== name)));
    save.reset();
  };
  const fields: Fields = { form, errors, onChange: change };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = fromForm(form);
    if ('settings' in read) save.mutate(read.settings);
    else setErrors(read.errors);
  };

  return (
    <form ref={formRef} className={styles.form} noValidate onSubmit={submit}>
      <Section title="Who may do what">
        <GroupsSetting
          {...fields}
          name="editorGroups"
          label="Groups that may edit the strategy"
          hint="Beside Jira admins. They state, change and archive objectives, check in on them, and decide on proposed epics."
          placeholder="Jira admins only"
        />
        <GroupsSetting
          {...fields}
          name="viewerGroups"
          label="Groups that may see the portfolio"
          hint="Without a group, every licensed user. Others still see keys, titles and the chain of objectives on issues, but no totals."
          placeholder="Every licensed user"
        />
        <GroupsSetting
          {...fields}
          name="totalsGroups"
          label="Groups whose figures cover every project"
          hint="Everybody else’s figures cover the projects they may browse. Besides Jira admins; without a group, strategy editors. Projects that they may not browse are counted and never named, but what they add can be inferred."
          placeholder="Strategy editors"
        />
      </Section>
      <WorkSection {...fields} />
      <StrategySection {...fields} />
      <Section title="What figures are held against">
        <NumberSetting
          {...fields}
          name="guardrail"
          label="Guardrail for running the business, in percent"
          hint="The most of all effort that work linked to “Run the business” should take. Empty: no guardrail."
          suffix="%"
          placeholder="None"
        />
        <NumberSetting
          {...fields}
          name="cadenceDays"
          label="Check-in cadence, in days"
          isRequired
          hint="How often an objective wants a check-in. A stated health and a note count until this many days have passed."
          suffix="days"
        />
        <NumberSetting
          {...fields}
          name="responseDays"
          label="Response time, in days"
          isRequired
          hint="How soon an objective that turns at risk or off track, or whose open work turns stale, wants an answer. Adaptability counts by it."
          suffix="days"
        />
      </Section>
      <Section title="What the app may take of Jira">
        <NumberSetting
          {...fields}
          name="ownQuotaShare"
          label="Share of the site’s own rate points, in percent"
          isRequired
          hint="Only where Jira gives this site a quota of its own. A larger share lets a full sync end sooner and leaves less to people at the app’s pages. Where all sites share one quota, the app keeps to a tenth of it."
          suffix="%"
        />
      </Section>

      {save.isError && !isAtField && <ErrorState error={save.error} />}
      <footer className={styles.footer}>
        <Button type="submit" appearance="primary" isLoading={save.isPending}>
          Save settings
        </Button>
        {isChanged && !save.isPending && (
          <Button
            appearance="subtle"
            onClick={() => {
              setForm(toForm(saved));
              setErrors({});
              save.reset();
            }}
          >
            Discard changes
          </Button>
        )}
        <p role="status" className="subtle">
          {isChanged && 'Not saved yet.'}
        </p>
      </footer>
    </form>
  );
}
