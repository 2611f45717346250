import Select from '@atlaskit/select';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../../../src/contract';
import { ask } from '../ask';
import { useDebounced } from '../useDebounced';
import { PersonTag, UNKNOWN_PERSON } from './PersonName';
import { usePerson } from './usePeople';

const TYPING_MS = 200;

type Props = {
  inputId: string;
  accountId: string | null;
  onChange: (accountId: string | null) => void;
  placeholder?: string;
  isInvalid?: boolean;
  isDisabled?: boolean;
  'aria-describedby'?: string;
};

/** Finds a person as one types, by name; can be emptied. For strategy editors: others may not search. */
export function PersonPicker({ inputId, accountId, onChange, placeholder = 'Find a person', ...field }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed, TYPING_MS);
  const current = usePerson(accountId);
  const search = useQuery({
    queryKey: ['searchPeople', query],
    queryFn: () => ask('searchPeople', { query }),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });

  // Whom Jira hides stays chosen: only a person's own hand takes them out.
  const value =
    accountId === null
      ? null
      : (current.data ?? { accountId, displayName: current.isPending ? '…' : UNKNOWN_PERSON, avatarUrl: null });

  return (
    <Select<Person>
      {...field}
      inputId={inputId}
      placeholder={placeholder}
      isClearable
      value={value}
      options={search.data ?? []}
      getOptionValue={(person) => person.accountId}
      getOptionLabel={(person) => person.displayName}
      formatOptionLabel={(person) => <PersonTag person={person} />}
      filterOption={null}
      inputValue={typed}
      onInputChange={(text: string) => setTyped(text)}
      menuIsOpen={isOpen}
      onMenuOpen={() => setOpen(true)}
      onMenuClose={() => setOpen(false)}
      isLoading={isOpen && (search.isFetching || query !== typed)}
      loadingMessage={() => 'Searching'}
      noOptionsMessage={() =>
        search.isError ? `${search.error.message} Type again to retry.` : `Nobody found for “${typed}”`
      }
      onChange={(person: Person | null) => onChange(person?.accountId ?? null)}
    />
  );
}
