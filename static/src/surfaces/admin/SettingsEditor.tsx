import Button from '@atlaskit/button/new';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { Settings } from '../../../../src/contract';
import { AppError, ask } from '../../shared/ask';
import { ErrorState } from '../../shared/ErrorState';
import { tellDone } from '../../shared/flags';
import { FormField } from '../../shared/form/FormField';
import { asking } from '../../shared/queries';
import { useFocusFirstError } from '../../shared/form/useFocusFirstError';
import { ChoicePicker } from './ChoicePicker';
import { GroupPicker } from './GroupPicker';
import { NumberField } from './NumberField';
import { fromForm, toForm, type SettingsErrors, type SettingsForm } from './settingsForm';
import styles from './admin.module.css';

/** The settings as a form. `saved`: as stored */
export function SettingsEditor({ saved }: { saved: Settings }) {
  const client = useQueryClient();
  const [form, setForm] = useState(() => toForm(saved));
  const [errors, setErrors] = useState<SettingsErrors>({});
  const formRef = useFocusFirstError<HTMLFormElement>(errors);
  const choices = useQuery({
    ...asking('settingChoices', {}),
    staleTime: 60_000,
  });
  const save = useMutation({
    mutationFn: (settings: Settings) => ask('saveSettings', settings),
    onSuccess: (stored) => {
      client.setQueryData(asking('settings', {}).queryKey, stored);
      setForm(toForm(stored));
      tellDone('settings-saved', 'Settings saved');
    },
    onError: (error) => {
      if (error instanceof AppError && error.field !== null) setErrors({ [error.field]: error.message });
    },
  });

  const isChanged = JSON.stringify(form) !== JSON.stringify(toForm(saved));
  const isAtField = save.error instanceof AppError && save.error.field !== null && save.error.field in form;

  const change = (part: Partial<SettingsForm>) => {
    setForm({ ...form, ...part });
    setErrors(Object.fromEntries(Object.entries(errors).filter(([name]) => !(name in part))));
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = fromForm(form);
    if ('settings' in read) save.mutate(read.settings);
    else setErrors(read.errors);
  };

  return (
    <form ref={formRef} className={styles.form} noValidate onSubmit={submit}>
      <section className={styles.section} aria-labelledby="who">
        <h2 id="who" className={styles.heading}>
          Who may do what
        </h2>
        <FormField
          label="Groups that may edit the strategy"
          hint="Beside Jira admins. They state, change and archive objectives, check in on them, and decide on candidates."
          error={errors.editorGroups ?? null}
        >
          {(control) => (
            <GroupPicker
              {...control}
              groups={form.editorGroups}
              placeholder="Jira admins only"
              onChange={(editorGroups) => change({ editorGroups })}
            />
          )}
        </FormField>
        <FormField
          label="Groups that may see the portfolio"
          hint="Without a group, every licensed user. Others still see keys, titles and the chain of objectives on issues, but no totals."
          error={errors.viewerGroups ?? null}
        >
          {(control) => (
            <GroupPicker
              {...control}
              groups={form.viewerGroups}
              placeholder="Every licensed user"
              onChange={(viewerGroups) => change({ viewerGroups })}
            />
          )}
        </FormField>
      </section>

      <section className={styles.section} aria-labelledby="counts">
        <h2 id="counts" className={styles.heading}>
          What counts
        </h2>
        <FormField
          label="Fields that hold an estimate"
          hint="Where an issue has several of them, the one named first counts. Without a field, Jira’s own story points."
          error={errors.estimateFields ?? null}
        >
          {(control) => (
            <ChoicePicker
              {...control}
              chosen={form.estimateFields}
              choices={choices.data?.numberFields}
              label={({ name }) => name}
              placeholder="Story points"
              onChange={(estimateFields) => change({ estimateFields })}
            />
          )}
        </FormField>
        <FormField
          label="Projects that are left out"
          hint="Their work counts nowhere, and their pages say so. After a change of either, issues are read again within half an hour; a large project takes longer."
          error={errors.excludedProjects ?? null}
        >
          {(control) => (
            <ChoicePicker
              {...control}
              chosen={form.excludedProjects}
              choices={choices.data?.projects}
              label={({ name, key }) => `${name} (${key})`}
              placeholder="None: all projects count"
              onChange={(excludedProjects) => change({ excludedProjects })}
            />
          )}
        </FormField>
        {choices.isError && <ErrorState error={choices.error} retry={() => void choices.refetch()} />}
      </section>

      <section className={styles.section} aria-labelledby="against">
        <h2 id="against" className={styles.heading}>
          What figures are held against
        </h2>
        <FormField
          label="Guardrail for running the business, in percent"
          hint="The most of all effort that work marked “Run the business” should take. Empty: no guardrail."
          error={errors.guardrail ?? null}
        >
          {(control) => (
            <NumberField
              {...control}
              unit="%"
              placeholder="None"
              value={form.guardrail}
              onChange={(guardrail) => change({ guardrail })}
            />
          )}
        </FormField>
        <FormField
          label="Check-in cadence, in days"
          isRequired
          hint="How often an objective wants a check-in. A stated health and a note count until this many days have passed."
          error={errors.cadenceDays ?? null}
        >
          {(control) => (
            <NumberField
              {...control}
              unit="days"
              value={form.cadenceDays}
              onChange={(cadenceDays) => change({ cadenceDays })}
            />
          )}
        </FormField>
        <FormField
          label="Response time, in days"
          isRequired
          hint="How soon an objective that turns at risk or off track, or whose open work turns stale, wants an answer. Adaptability counts by it."
          error={errors.responseDays ?? null}
        >
          {(control) => (
            <NumberField
              {...control}
              unit="days"
              value={form.responseDays}
              onChange={(responseDays) => change({ responseDays })}
            />
          )}
        </FormField>
      </section>

      <section className={styles.section} aria-labelledby="takes">
        <h2 id="takes" className={styles.heading}>
          What the app may take of Jira
        </h2>
        <FormField
          label="Share of the site’s own rate points, in percent"
          isRequired
          hint="Only where Jira gives this site a quota of its own. A larger share lets a full sync end sooner and leaves less to people at the app’s pages. Where all sites share one quota, the app keeps to a tenth of it."
          error={errors.ownQuotaShare ?? null}
        >
          {(control) => (
            <NumberField
              {...control}
              unit="%"
              value={form.ownQuotaShare}
              onChange={(ownQuotaShare) => change({ ownQuotaShare })}
            />
          )}
        </FormField>
      </section>

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
          {save.isSuccess ? 'Saved.' : isChanged ? 'Not saved yet.' : ''}
        </p>
      </footer>
    </form>
  );
}
