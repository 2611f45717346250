import Select from '@atlaskit/select';
import type { FieldControl } from './FormField';
import styles from './form.module.css';

export type SelectOption<V extends string> = {
  value: V;
  label: string;
  /** a second line in the list: what the choice means */
  detail?: string;
  /** depth in a tree, from 0 */
  level?: number;
};

type Props<V extends string> = FieldControl & {
  options: readonly SelectOption<V>[];
  value: V | null;
  onChange: (value: V | null) => void;
  placeholder?: string;
  isClearable?: boolean;
};

/** A choice of one option of a list, which typing filters. */
export function SelectOne<V extends string>({ id, options, value, onChange, ...control }: Props<V>) {
  return (
    <Select<SelectOption<V>>
      {...control}
      inputId={id}
      options={options}
      value={options.find((option) => option.value === value) ?? null}
      formatOptionLabel={({ label, detail, level = 0 }, { context }) =>
        context === 'value' ? (
          label
        ) : (
          <span className={styles.option} style={{ paddingInlineStart: `${level}rem` }}>
            {label}
            {detail !== undefined && <span className="small">{detail}</span>}
          </span>
        )
      }
      onChange={(option: SelectOption<V> | null) => onChange(option?.value ?? null)}
    />
  );
}
