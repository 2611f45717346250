import Button from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import AddIcon from '@atlaskit/icon/core/add';
import { Stack } from '@atlaskit/primitives/compiled';
import { useEffect, useRef } from 'react';
import { KeyResultFields } from './KeyResultFields';
import { blankKeyResult, type KeyResultForm } from './objectiveForm';
import type { FormErrors } from './readForm';
import styles from './objectiveForm.module.css';

type Props = {
  keyResults: KeyResultForm[];
  errors: FormErrors;
  onChange: (keyResults: KeyResultForm[]) => void;
};

export function KeyResultsEditor({ keyResults, errors, onChange }: Props) {
  const add = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const added = useRef<string | null>(null);

  useEffect(() => {
    if (added.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${added.current}"] input`)?.focus();
    added.current = null;
  }, [keyResults]);

  return (
    <section className={styles.keyResults} aria-labelledby="key-results">
      <header>
        <h2 id="key-results" className={styles.heading}>
          Key results
        </h2>
        <p className="subtle">
          How you tell whether it works. Weights share the result out among them; left empty, all count the same.
        </p>
      </header>
      <Stack ref={list} space="space.150">
        {keyResults.map((keyResult, index) => (
          <KeyResultFields
            key={keyResult.row}
            keyResult={keyResult}
            index={index}
            errors={errors}
            onChange={(part) =>
              onChange(keyResults.map((other) => (other === keyResult ? { ...keyResult, ...part } : other)))
            }
            onRemove={() => {
              onChange(keyResults.filter((other) => other !== keyResult));
              add.current?.focus();
            }}
          />
        ))}
      </Stack>
      {errors.keyResults !== undefined && <ErrorMessage>{errors.keyResults}</ErrorMessage>}
      <div data-invalid={errors.keyResults !== undefined}>
        <Button
          ref={add}
          iconBefore={AddIcon}
          onClick={() => {
            const blank = blankKeyResult();
            added.current = blank.row;
            onChange([...keyResults, blank]);
          }}
        >
          Add key result
        </Button>
      </div>
    </section>
  );
}
