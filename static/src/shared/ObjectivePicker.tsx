import Select from '@atlaskit/select';
import { type CSSProperties, type KeyboardEvent } from 'react';
import { ask } from './ask';
import { pickerOptions, type Choice, type PickerOption } from './objectiveOptions';
import { useTypedSearch } from './useTypedSearch';
import styles from './picker.module.css';

export type { Choice };

const searchObjectives = (query: string) => ask('searchObjectives', { query });

const inFlow = (menu: CSSProperties): CSSProperties => ({ ...menu, position: 'static', boxShadow: 'none' });

type Props = {
  label: string;
  /** what stands in the closed picker */
  current?: string | null;
  placeholder?: string;
  withNone?: boolean;
  /** what it does as it appears: nothing, take the focus, or open its list too */
  starts?: 'focused' | 'open';
  isDisabled?: boolean;
  /** Jira sizes a frame by what flows in it, so a list that floats would be cut off in a low one. */
  floating?: boolean;
  onChoose: (choice: Choice) => void;
  onCancel?: () => void;
};

/** Finds an objective as one types, by key or title; "Run the business" and, where asked for, "None" stand beside. */
export function ObjectivePicker(props: Props) {
  const { label, current, placeholder, withNone = false, starts, floating = false, onChoose, onCancel } = props;
  const search = useTypedSearch('searchObjectives', searchObjectives, starts === 'open');
  const { found, query, typed, isSearching } = search;
  const value = current ? { value: current, label: current, choice: { tag: null, title: '' }, detail: null } : null;
  const empty = search.emptyText(typed ? `No objective matches “${typed}”` : 'No objectives yet');

  return (
    <Select<PickerOption>
      {...search.select}
      aria-label={label}
      className={styles.picker}
      classNamePrefix="objective"
      spacing="compact"
      placeholder={placeholder ?? 'Find an objective'}
      value={value}
      // All at once: the first option is the one that Enter chooses, and what comes later does not become the first.
      options={found ? pickerOptions(found, query, withNone) : []}
      controlShouldRenderValue
      autoFocus={starts !== undefined}
      isDisabled={props.isDisabled ?? false}
      noOptionsMessage={() => empty}
      maxMenuHeight={280}
      styles={floating ? {} : { menu: inFlow }}
      formatOptionLabel={(option, { context }) =>
        context === 'value' || !option.detail ? (
          option.label
        ) : (
          <div className={styles.option}>
            <span>{option.label}</span>
            <span className="small">{option.detail}</span>
          </div>
        )
      }
      onChange={(option: PickerOption | null) => {
        if (!option) return;
        search.close();
        onChoose(option.choice);
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') onCancel?.();
        // The list still answers an older query: Enter would choose what nobody asked for.
        if (event.key === 'Enter' && isSearching) event.preventDefault();
      }}
    />
  );
}
