import { useQuery } from '@tanstack/react-query';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import { ErrorState } from '../../shared/ErrorState';
import { asking } from '../../shared/queries';
import { ChoicesSetting, Section, type Fields } from './settingFields';

/** Which work counts, and how it is estimated. */
export function WorkSection(fields: Fields) {
  const choices = useQuery({ ...asking('settingChoices', {}), staleTime: MINUTE_MS });
  return (
    <Section title="What counts">
      <ChoicesSetting
        {...fields}
        name="estimateFields"
        label="Fields that hold an estimate"
        hint="Where an issue has several of them, the one named first counts. Without a field, Jira’s own story points."
        choices={choices.data?.numberFields}
        placeholder="Story points"
      />
      <ChoicesSetting
        {...fields}
        name="excludedProjects"
        label="Excluded projects"
        hint="Their work counts nowhere, and their pages say so. After a change of either, issues are read again within half an hour; a large project takes longer."
        choices={choices.data?.projects}
        choiceLabel={({ name, key }) => `${name} (${key})`}
        placeholder="None: all projects count"
      />
      {choices.isError && <ErrorState error={choices.error} retry={() => void choices.refetch()} />}
    </Section>
  );
}
