import Textfield from '@atlaskit/textfield';
import type { FieldControl } from '../../shared/form/FormField';
import styles from './admin.module.css';

type Props = FieldControl & {
  /** shares may have decimals, days are whole */
  unit: '%' | 'days';
  value: string;
  placeholder?: string;
  onChange: (value: string) => void;
};

/** A number as typed, with its unit. */
export const NumberField = ({ unit, onChange, ...control }: Props) => (
  <div className={styles.short}>
    <Textfield
      {...control}
      inputMode={unit === '%' ? 'decimal' : 'numeric'}
      elemAfterInput={<span className={styles.unit}>{unit}</span>}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  </div>
);
