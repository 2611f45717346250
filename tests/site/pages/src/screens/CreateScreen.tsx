import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AppFrame } from '../frame/AppFrame';
import { fieldPlace } from '../issue/place';
import { createIssue, fetchIssueTypes, fetchProject } from '../jira/rest';
import { useAppField, useEstimateFields } from '../jira/siteState';
import type { IssueType } from '../jira/types';
import { Problem, ProblemScreen } from './Problem';
import { ScreenHead } from './ScreenHead';
import styles from './screens.module.css';

/** The key of the issue from whose page something is created, over which Jira opens its dialog; `null`: none. */
const parentAsked = (): string | null => new URLSearchParams(window.location.search).get('parent');

/** Creates a work item, with the app's field on the form. */
export function CreateScreen({ projectKey }: { projectKey: string }) {
  const project = useQuery({ queryKey: ['project', projectKey], queryFn: () => fetchProject(projectKey) });
  const types = useQuery({ queryKey: ['types'], queryFn: fetchIssueTypes });
  const appField = useAppField();
  const [estimate] = useEstimateFields();
  const [chosen, setChosen] = useState<IssueType | null>(null);
  const [value, setValue] = useState<unknown>(null);
  const above = parentAsked();
  const [error, setError] = useState<Error | null>(null);
  const type = chosen ?? types.data?.find(({ name }) => name === 'Story') ?? types.data?.[0];

  const submit = async (form: FormData) => {
    const text = (name: string) => (form.get(name) as string | null)?.trim() ?? '';
    try {
      const { key } = await createIssue({
        project: { key: projectKey },
        issuetype: { id: type?.id },
        summary: text('summary'),
        ...(text('parent') === '' ? {} : { parent: { key: text('parent') } }),
        ...(estimate && text('points') !== '' ? { [estimate.id]: Number(text('points')) } : {}),
        ...(appField && value !== null ? { [appField.field.id]: value } : {}),
      });
      window.location.assign(`/browse/${key}`);
    } catch (reason) {
      setError(reason as Error);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(new FormData(event.currentTarget));
  };

  if (project.error) return <ProblemScreen title={projectKey} error={project.error} />;
  if (!project.data || !type) return null;
  return (
    <>
      <ScreenHead
        above={[
          { text: 'Projects', href: '/projects' },
          { text: project.data.name, href: `/projects/${projectKey}` },
        ]}
        title="Create a work item"
      />
      <form className={styles.form} onSubmit={onSubmit}>
        <Problem error={error} />
        <label htmlFor="type">Type</label>
        <Select<IssueType>
          inputId="type"
          options={types.data}
          value={type}
          getOptionValue={({ id }) => id}
          getOptionLabel={({ name }) => name}
          onChange={setChosen}
        />
        <label htmlFor="summary">Summary</label>
        <Textfield id="summary" name="summary" isRequired />
        <label htmlFor="parent">Parent (a key)</label>
        <Textfield id="parent" name="parent" defaultValue={above ?? ''} />
        <label htmlFor="points">Story points</label>
        <Textfield id="points" name="points" type="number" min="0" step="any" />
        {appField && (
          <>
            <h2 className={styles.label}>{appField.field.name}</h2>
            <AppFrame
              title={`Edit ${appField.field.name}`}
              place={fieldPlace(
                { ...appField, entryPoint: 'edit', renderContext: 'issue-create', value: null },
                {
                  project: project.data,
                  ...(above && { location: new URL(`/browse/${above}`, window.location.href).href }),
                },
              )}
              onSubmit={setValue}
            />
          </>
        )}
        <div>
          <Button type="submit" appearance="primary">
            Create
          </Button>
        </div>
      </form>
    </>
  );
}
