import { ErrorMessage, HelperMessage, Label, MessageWrapper, RequiredAsterisk } from '@atlaskit/form';
import { useId, type ReactNode } from 'react';
import styles from './form.module.css';

/** Props that tie a control to its label, error and hint. */
export type FieldControl = { id: string; isInvalid: boolean; 'aria-describedby': string | undefined };

type Props = {
  label: string;
  isRequired?: boolean;
  hint?: ReactNode;
  /** what is wrong, and what to do */
  error?: string | null;
  children: (control: FieldControl) => ReactNode;
};

/** A control with its label, hint and error, which screen readers tell too. */
export function FormField({ label, isRequired = false, hint, error = null, children }: Props) {
  const id = useId();
  const described = [error !== null && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean);
  return (
    <div className={styles.field} data-invalid={error !== null}>
      <Label htmlFor={id}>
        {label}
        {isRequired && <RequiredAsterisk />}
      </Label>
      {children({
        id,
        isInvalid: error !== null,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
      })}
      <MessageWrapper>
        {error !== null && (
          <div id={`${id}-error`}>
            <ErrorMessage>{error}</ErrorMessage>
          </div>
        )}
      </MessageWrapper>
      {hint !== undefined && (
        <div id={`${id}-hint`}>
          <HelperMessage>{hint}</HelperMessage>
        </div>
      )}
    </div>
  );
}
