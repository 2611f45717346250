import { useQuery } from '@tanstack/react-query';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import { ErrorState } from '../../shared/ErrorState';
import { asking } from '../../shared/queries';
import { StrategyPreview } from './StrategyPreview';
import { ChoicesSetting, Section, type Fields } from './settingFields';

/** The strategy that Jira has already: types of issues that are objectives, and links that join work to them. */
export function StrategySection(fields: Fields) {
  const choices = useQuery({ ...asking('settingChoices', {}), staleTime: MINUTE_MS });
  return (
    <Section title="A strategy in Jira">
      <ChoicesSetting
        {...fields}
        name="objectiveTypes"
        label="Types of issues that are objectives"
        hint="Each such issue is an objective, and no work; what is below it serves it. After a change issues are read again within half an hour. Without a type everything is as before."
        choices={choices.data?.issueTypes}
        placeholder="None: objectives are stated in the app"
      />
      <ChoicesSetting
        {...fields}
        name="objectiveLinks"
        label="Types of links that join work to them"
        hint="For work that finds no objective on its way up. In either direction; of several links the first key counts."
        choices={choices.data?.linkTypes}
        placeholder="None"
      />
      {choices.isError && <ErrorState error={choices.error} retry={() => void choices.refetch()} />}
      <StrategyPreview types={fields.form.objectiveTypes} links={fields.form.objectiveLinks} />
    </Section>
  );
}
