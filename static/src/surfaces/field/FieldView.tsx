import VisuallyHidden from '@atlaskit/visually-hidden';
import { useEffect } from 'react';
import { tellShown } from '../../shared/fieldShown';
import { useHost } from '../../shared/host';
import { fieldText, readFieldValue } from './value';
import styles from './field.module.css';

/** The strategic-objective field where Jira shows it. */
export default function FieldView() {
  const { context } = useHost();
  const value = readFieldValue(context.extension.fieldValue);
  const key = value?.key ?? null;
  useEffect(() => {
    // Where nobody listens (a list, say), nothing is lost.
    tellShown(key).catch(() => undefined);
  }, [key]);
  return (
    <main className={value ? styles.value : styles.none}>
      <VisuallyHidden>
        <h1>Strategic objective</h1>
      </VisuallyHidden>
      {value ? fieldText(value) : 'None'}
    </main>
  );
}
