import { useQuery } from '@tanstack/react-query';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import { ErrorState } from '../../shared/ErrorState';
import { FormField } from '../../shared/form/FormField';
import { asking } from '../../shared/queries';
import { SelectMany } from './SelectMany';
import { Section, type Fields } from './settingFields';

/** Which work counts, and how it is estimated. */
export function WorkSection({ form, errors, onChange }: Fields) {
  const choices = useQuery({ ...asking('settingChoices', {}), staleTime: MINUTE_MS });
  return (
    <Section title="What counts">
      <FormField
        label="Fields that hold an estimate"
        hint="Where an issue has several of them, the one named first counts. Without a field, Jira’s own story points."
        error={errors.estimateFields}
      >
        {(control) => (
          <SelectMany
            {...control}
            chosen={form.estimateFields}
            choices={choices.data?.numberFields}
            label={({ name }) => name}
            placeholder="Story points"
            onChange={(fields) => onChange('estimateFields', fields)}
          />
        )}
      </FormField>
      <FormField
        label="Excluded projects"
        hint="Their work counts nowhere, and their pages say so. After a change of either, issues are read again within half an hour; a large project takes longer."
        error={errors.excludedProjects}
      >
        {(control) => (
          <SelectMany
            {...control}
            chosen={form.excludedProjects}
            choices={choices.data?.projects}
            label={({ name, key }) => `${name} (${key})`}
            placeholder="None: all projects count"
            onChange={(projects) => onChange('excludedProjects', projects)}
          />
        )}
      </FormField>
      {choices.isError && <ErrorState error={choices.error} retry={() => void choices.refetch()} />}
    </Section>
  );
}
