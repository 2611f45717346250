import Select from '@atlaskit/select';
import type { FieldControl } from '../../shared/form/FormField';

type Props<T> = FieldControl & {
  chosen: T[];
  /** `undefined` while they are read */
  choices: T[] | undefined;
  label: (choice: T) => string;
  onChange: (chosen: T[]) => void;
  placeholder: string;
};

/** Chooses some of a list, in an order. */
export function SelectMany<T extends { id: string }>({ id, chosen, choices, label, onChange, ...control }: Props<T>) {
  return (
    <Select<T, true>
      {...control}
      inputId={id}
      isMulti
      isLoading={choices === undefined}
      value={chosen}
      options={choices ?? []}
      getOptionValue={(choice) => choice.id}
      getOptionLabel={label}
      noOptionsMessage={() => (choices === undefined ? 'Loading…' : 'Nothing more to choose')}
      onChange={(now) => onChange([...now])}
    />
  );
}
