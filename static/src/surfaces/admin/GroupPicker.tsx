import Select from '@atlaskit/select';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Group } from '../../../../src/contract';
import { ask } from '../../shared/ask';
import type { FieldControl } from '../../shared/form/FormField';
import { useDebounced } from '../../shared/useDebounced';

const TYPING_MS = 200;

type Props = FieldControl & { groups: Group[]; onChange: (groups: Group[]) => void; placeholder: string };

/** Chooses user groups of the site, found as one types. */
export function GroupPicker({ id, groups, onChange, ...control }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed, TYPING_MS);
  const search = useQuery({
    queryKey: ['searchGroups', query],
    queryFn: () => ask('searchGroups', { query }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  return (
    <Select<Group, true>
      {...control}
      inputId={id}
      isMulti
      value={groups}
      options={search.data ?? []}
      getOptionValue={(group) => group.id}
      getOptionLabel={(group) => group.name}
      filterOption={null}
      inputValue={typed}
      onInputChange={(text: string) => setTyped(text)}
      menuIsOpen={isOpen}
      onMenuOpen={() => setOpen(true)}
      onMenuClose={() => setOpen(false)}
      isLoading={isOpen && (search.isFetching || query !== typed)}
      loadingMessage={() => 'Searching'}
      noOptionsMessage={() =>
        search.isError ? `${search.error.message} Type again to retry.` : `No more groups found for “${typed}”`
      }
      onChange={(chosen) => onChange([...chosen])}
    />
  );
}
