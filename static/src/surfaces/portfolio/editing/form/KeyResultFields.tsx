import { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import Textfield from '@atlaskit/textfield';
import { FormField } from '../../../../shared/form/FormField';
import { Switch } from '../../../../shared/Switch';
import type { KeyResultForm } from './objectiveForm';
import type { FormErrors } from './readForm';
import styles from './objectiveForm.module.css';

const KINDS: { value: KeyResultForm['kind']; name: string }[] = [
  { value: 'reach', name: 'Reach a target' },
  { value: 'maintain', name: 'Stay in a range' },
];

type Props = {
  keyResult: KeyResultForm;
  index: number;
  errors: FormErrors;
  onChange: (part: Partial<KeyResultForm>) => void;
  onRemove: () => void;
};

export function KeyResultFields({ keyResult, index, errors, onChange, onRemove }: Props) {
  const name = `Key result ${index + 1}`;
  const error = (field: string) => errors[`keyResults.${index}.${field}`] ?? null;
  const isRange = keyResult.kind === 'maintain';
  const text = (field: 'title' | 'unit' | 'from' | 'to' | 'weight', label: string, placeholder?: string) => (
    <FormField label={label} isRequired={field === 'title'} error={error(field)}>
      {(control) => (
        <Textfield
          {...control}
          dir="auto"
          inputMode={field === 'title' || field === 'unit' ? 'text' : 'decimal'}
          placeholder={placeholder}
          value={keyResult[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      )}
    </FormField>
  );
  return (
    <div role="group" aria-label={name} className={styles.keyResult} data-row={keyResult.row}>
      <div className={styles.keyResultHead}>
        <p className={styles.keyResultName}>{name}</p>
        <IconButton
          icon={DeleteIcon}
          label={`Remove key result ${index + 1}`}
          appearance="subtle"
          spacing="compact"
          onClick={onRemove}
        />
      </div>
      <div className={styles.keyResultTitle}>
        {text('title', 'Title', 'What tells that it works')}
        {text('unit', 'Unit', '%, €, days')}
      </div>
      <Switch label="Goal" options={KINDS} value={keyResult.kind} onChange={(kind) => onChange({ kind })} />
      <div className={styles.three}>
        {text('from', isRange ? 'Lowest' : 'Baseline')}
        {text('to', isRange ? 'Highest' : 'Target')}
        {text('weight', 'Weight', 'Equal')}
      </div>
    </div>
  );
}
