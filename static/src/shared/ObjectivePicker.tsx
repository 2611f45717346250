import Select from '@atlaskit/select';
import type { CSSProperties, KeyboardEvent } from 'react';
import { ask } from './ask';
import { pickerOptions, type ChosenTag, type PickerOption } from './objectiveOptions';
import type { Nearby } from './suggestions/nearby';
import { type Suggesting, Suggestion } from './suggestions/Suggestion';
import { useHeld } from './useHeld';
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
  /** shown above it */
  suggestion?: Suggesting;
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
  const isDisabled = props.isDisabled ?? false;
  const search = useTypedSearch('searchObjectives', searchObjectives, starts === 'open');
  const { found, query, typed, isSearching } = search;
  // As known when the list opens: what is found later would move it under somebody's pointer.
  const near = useHeld(props.nearby, search.select.menuIsOpen);
  const suggested = useHeld(props.suggestion?.suggested ?? null, search.select.menuIsOpen);
  const value = current ? { value: current, label: current, choice: { tag: null, title: '' }, detail: null } : null;
  const empty = search.emptyText(typed ? `No objective matches “${typed}”` : 'No objectives yet');

  return (
    <>
      {props.suggestion && <Suggestion {...props.suggestion} suggested={suggested} isDisabled={isDisabled} />}
      <Select<PickerOption>
        {...search.select}
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
        isDisabled={isDisabled}
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
    </>
  );
}
