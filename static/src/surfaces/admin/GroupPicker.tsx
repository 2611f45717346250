import Select from '@atlaskit/select';
import type { Group } from '../../../../src/contract';
import type { FieldControl } from '../../shared/form/FormField';
import { searchGroups } from '../../shared/jira/groups';
import { useTypedSearch } from '../../shared/useTypedSearch';

type Props = FieldControl & { groups: Group[]; onChange: (groups: Group[]) => void; placeholder: string };

/** Chooses user groups of the site, found as one types. */
export function GroupPicker({ id, groups, onChange, ...control }: Props) {
  const { found, typed, emptyText, select } = useTypedSearch('searchGroups', searchGroups);
  return (
    <Select<Group, true>
      {...control}
      {...select}
      inputId={id}
      isMulti
      value={groups}
      options={found ?? []}
      getOptionValue={(group) => group.id}
      getOptionLabel={(group) => group.name}
      noOptionsMessage={() => emptyText(`No more groups found for “${typed}”`)}
      onChange={(chosen) => onChange([...chosen])}
    />
  );
}
