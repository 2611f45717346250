import VisuallyHidden from '@atlaskit/visually-hidden';
import { useId } from 'react';
import styles from './switch.module.css';

type Props<T> = {
  label: string;
  /** shows the label to screen readers only */
  isLabelHidden?: boolean;
  options: { value: T; name: string }[];
  value: T;
  onChange: (value: T) => void;
};

/** A choice of a few visible options: radio buttons that look like one control. */
export function Switch<T extends string | number>(props: Props<T>) {
  const { label, isLabelHidden = false, options, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles.switch}>
      <legend className={isLabelHidden ? undefined : styles.legend}>
        {isLabelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </legend>
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
