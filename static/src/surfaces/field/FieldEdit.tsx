import { view } from '@forge/bridge';
import { useState } from 'react';
import { useHost } from '../../shared/host';
import type { ChosenTag } from '../../shared/objectiveOptions';
import { ObjectivePicker } from '../../shared/ObjectivePicker';
import { ErrorState } from '../../shared/ErrorState';
import { fieldText, readFieldValue, toFieldValue } from '../../shared/fieldValue';
import { HiddenTitle } from '../../shared/HiddenTitle';
import { ServedHere } from './ServedHere';
import { useFieldText } from './useFieldText';
import styles from './field.module.css';

/** Where the editor replaces the value that was clicked, instead of being part of a form. */
const IN_PLACE: ReadonlySet<string> = new Set(['issue-view', 'list-view']);

/** The editor of the strategic-objective field: on an issue, in a list, on creation, and in bulk changes. */
export default function FieldEdit() {
  const { context } = useHost();
  const stored = readFieldValue(context.extension.fieldValue);
  const before = useFieldText(stored);
  /** `undefined`: nothing yet */
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const [error, setError] = useState<Error | null>(null);
  const inline = IN_PLACE.has(String(context.extension.experience ?? context.extension.renderContext));

  const choose = async (choice: ChosenTag) => {
    const value = toFieldValue(choice.tag, choice.title);
    setChosen(value && fieldText(value));
    setError(null);
    await view.submit(value).catch(setError);
  };

  return (
    <main className={styles.edit}>
      <HiddenTitle>Strategic objective</HiddenTitle>
      <ServedHere onChoose={(choice) => void choose(choice)} />
      <ObjectivePicker
        label="Strategic objective"
        current={chosen === undefined ? before : chosen}
        withNone
        starts={inline ? 'open' : undefined}
        onChoose={(choice) => void choose(choice)}
        onCancel={inline ? () => void view.close() : undefined}
      />
      {error && <ErrorState error={error} />}
    </main>
  );
}
