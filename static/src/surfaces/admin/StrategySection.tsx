import { useQuery } from '@tanstack/react-query';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import { ErrorState } from '../../shared/ErrorState';
import { FormField } from '../../shared/form/FormField';
import { asking } from '../../shared/queries';
import { SelectMany } from './SelectMany';
import { StrategyPreview } from './StrategyPreview';
import { Section, type Fields } from './settingFields';

/** The strategy that Jira has already: types of issues that are objectives, and links that join work to them. */
export function StrategySection({ form, errors, onChange }: Fields) {
  const choices = useQuery({ ...asking('settingChoices', {}), staleTime: MINUTE_MS });
  return (
    <Section title="A strategy in Jira">
      <FormField
        label="Types of issues that are objectives"
        hint="Each such issue is an objective, and no work; what is below it serves it. After a change issues are read again within half an hour. Without a type everything is as before."
        error={errors.objectiveTypes}
      >
        {(control) => (
          <SelectMany
            {...control}
            chosen={form.objectiveTypes}
            choices={choices.data?.issueTypes}
            label={({ name }) => name}
            placeholder="None: objectives are stated in the app"
            onChange={(types) => onChange('objectiveTypes', types)}
          />
        )}
      </FormField>
      <FormField
        label="Types of links that join work to them"
        hint="For work that finds no objective on its way up. In either direction; of several links the first key counts."
        error={errors.objectiveLinks}
      >
        {(control) => (
          <SelectMany
            {...control}
            chosen={form.objectiveLinks}
            choices={choices.data?.linkTypes}
            label={({ name }) => name}
            placeholder="None"
            onChange={(links) => onChange('objectiveLinks', links)}
          />
        )}
      </FormField>
      {choices.isError && <ErrorState error={choices.error} retry={() => void choices.refetch()} />}
      <StrategyPreview types={form.objectiveTypes} links={form.objectiveLinks} />
    </Section>
  );
}
