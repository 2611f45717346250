import Textfield from '@atlaskit/textfield';
import type { FieldControl } from '../../shared/form/FormField';
import styles from './admin.module.css';

type Props = FieldControl & {
  /** shares may have decimals, days are whole */
  suffix: '%' | 'days';
  value: string;
  placeholder?: string;
  onChange: (value: string) => void;
};

/** A number as typed, with what it counts. */
export const NumberField = ({ suffix, onChange, ...control }: Props) => (
  <div className={styles.short}>
    <Textfield
      {...control}
      inputMode={suffix === '%' ? 'decimal' : 'numeric'}
      elemAfterInput={<span className={styles.suffix}>{suffix}</span>}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  </div>
);
