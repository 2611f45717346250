import Select from '@atlaskit/select';
import type { FieldControl } from '../form/FormField';
import { type Person, searchPeople } from '../jira/people';
import { useTypedSearch } from '../useTypedSearch';
import { PersonTag, UNKNOWN_PERSON } from './PersonName';
import { usePerson } from './usePeople';

type Props = FieldControl & {
  accountId: string | null;
  onChange: (accountId: string | null) => void;
  placeholder?: string;
};

/** Finds a person as one types, among those whom Jira shows to the viewer. Can be cleared. */
export function PersonPicker({ id, accountId, onChange, placeholder = 'Find a person', ...control }: Props) {
  const { found, typed, emptyText, select } = useTypedSearch('searchPeople', searchPeople);
  const current = usePerson(accountId);

  // A person whom Jira hides stays chosen.
  const value =
    accountId === null
      ? null
      : (current.data ?? { accountId, displayName: current.isPending ? '…' : UNKNOWN_PERSON, avatarUrl: null });

  return (
    <Select<Person>
      {...control}
      {...select}
      inputId={id}
      placeholder={placeholder}
      isClearable
      value={value}
      options={found ?? []}
      getOptionValue={(person) => person.accountId}
      getOptionLabel={(person) => person.displayName}
      formatOptionLabel={(person) => <PersonTag person={person} />}
      noOptionsMessage={() => emptyText(`Nobody found for “${typed}”`)}
      onChange={(person: Person | null) => onChange(person?.accountId ?? null)}
    />
  );
}
