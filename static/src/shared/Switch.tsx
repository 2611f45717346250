import { useId } from 'react';
import styles from './switch.module.css';

type Props<T> = { label: string; options: { value: T; name: string }[]; value: T; onChange: (value: T) => void };

/** A choice between a few, all in view: radio buttons in the shape of one control. */
export function Switch<T extends string | number>({ label, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.switch}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.track}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
