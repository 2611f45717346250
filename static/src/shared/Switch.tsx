import VisuallyHidden from '@atlaskit/visually-hidden';
import { useId } from 'react';
import styles from './switch.module.css';

type Props<T> = {
  label: string;
  /** where the options speak for themselves, the label is only for those who hear it */
  isLabelHidden?: boolean;
  options: { value: T; name: string }[];
  value: T;
  onChange: (value: T) => void;
};

/** A choice between a few, all in view: radio buttons in the shape of one control. */
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
