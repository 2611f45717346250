import Select from '@atlaskit/select';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import { ask } from './ask';
import { pickerOptions, type ChosenTag, type PickerOption } from './objectiveOptions';
import type { Nearby } from './suggestions/nearby';
import { useTypedSearch } from './useTypedSearch';
import styles from './picker.module.css';

const searchObjectives = (query: string) => ask('searchObjectives', { query });

const inFlow = (menu: CSSProperties): CSSProperties => ({ ...menu, position: 'static', boxShadow: 'none' });

type Props = {
  label: string;
  /** text of the closed picker */
  current?: string | null;
  placeholder?: string;
  withNone?: boolean;
  /** what work like this serves already: it is offered first */
  nearby?: readonly Nearby[];
  /** on mount: takes the focus, or opens the list too */
  starts?: 'focused' | 'open';
  isDisabled?: boolean;
  /** The list floats over the page. By default it is in the flow, so that a low frame grows with it. */
  floating?: boolean;
  onChoose: (choice: ChosenTag) => void;
  onCancel?: () => void;
};

/** Finds an objective as one types, by key or title. Also offers "Run the business" and, `withNone`, "None". */
export function ObjectivePicker(props: Props) {
  const { label, current, placeholder, withNone = false, starts, floating = false, onChoose, onCancel } = props;
  const search = useTypedSearch('searchObjectives', searchObjectives, starts === 'open');
  const { found, query, typed, isSearching } = search;
  // As known when the list opens: it does not change under somebody's fingers.
  const [near, setNear] = useState(props.nearby);
  const value = current ? { value: current, label: current, choice: { tag: null, title: '' }, detail: null } : null;
  const empty = search.emptyText(typed ? `No objective matches “${typed}”` : 'No objectives yet');

  return (
    <Select<PickerOption>
      {...search.select}
      onMenuOpen={() => {
        setNear(props.nearby);
        search.select.onMenuOpen();
      }}
      aria-label={label}
      className={styles.picker}
      classNamePrefix="objective"
      spacing="compact"
      placeholder={placeholder ?? 'Find an objective'}
      value={value}
      // None before the first answer: Enter chooses the first option, which would be "Run the business".
      options={found ? pickerOptions(found, query, withNone, near) : []}
      controlShouldRenderValue
      autoFocus={starts !== undefined}
      isDisabled={props.isDisabled ?? false}
      noOptionsMessage={() => empty}
      maxMenuHeight={280}
      // Fixed, so that no scrolling table cuts the list off.
      menuPosition={floating ? 'fixed' : 'absolute'}
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
        // The list still answers an older query, so Enter would choose a wrong option.
        if (event.key === 'Enter' && isSearching) event.preventDefault();
      }}
    />
  );
}
