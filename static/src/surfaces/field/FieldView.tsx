import { useEffect } from 'react';
import { tellShown } from '../../shared/fieldShown';
import { useHost } from '../../shared/host';
import { Inherited } from './Inherited';
import { MALFORMED_MEANING, malformedText, readFieldValue } from '../../shared/fieldValue';
import { HiddenTitle } from '../../shared/HiddenTitle';
import { useFieldText } from './useFieldText';
import styles from './field.module.css';

/** The value of the strategic-objective field, or what the issue inherits. */
export default function FieldView() {
  const { context } = useHost();
  const stored: unknown = context.extension.fieldValue;
  const value = readFieldValue(stored);
  const malformed = malformedText(stored);
  const key = value?.key ?? null;
  const text = useFieldText(value);
  useEffect(() => {
    // Nobody may be listening, as in a list.
    tellShown(key).catch(() => undefined);
  }, [key]);
  return (
    <main className={styles.view}>
      <HiddenTitle>Strategic objective</HiddenTitle>
      {text}
      {malformed !== null && (
        <>
          <span>{malformed}</span>
          <span className="small">{MALFORMED_MEANING}</span>
        </>
      )}
      {!value && malformed === null && <Inherited />}
    </main>
  );
}
