import Select, { type SelectProps } from '@atlaskit/select';
import { useId } from 'react';
import styles from './form.module.css';

type Option<V extends string> = { value: V; label: string };

type Props<V extends string> = {
  label: string;
  options: readonly Option<V>[];
  /** `null`: any */
  value: V | null;
  onChange: (value: V | null) => void;
  /** how wide it is among what stands beside it */
  className: string | undefined;
} & Pick<SelectProps<Option<V>>, 'isLoading' | 'loadingMessage' | 'noOptionsMessage' | 'onMenuOpen'>;

/** A filter by one value of a list, or any. */
export function FilterSelect<V extends string>({ label, options, value, onChange, className, ...list }: Props<V>) {
  const id = useId();
  return (
    <div className={className}>
      <label className={styles.filterLabel} htmlFor={id}>
        {label}
      </label>
      <Select<Option<V>>
        {...list}
        inputId={id}
        spacing="compact"
        placeholder="Any"
        isClearable
        options={options}
        value={options.find((option) => option.value === value) ?? null}
        onChange={(option: Option<V> | null) => onChange(option?.value ?? null)}
      />
    </div>
  );
}
