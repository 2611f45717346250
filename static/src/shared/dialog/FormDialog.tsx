import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import type { ReactNode } from 'react';
import { ErrorState } from '../ErrorState';
import { useFocusFirstError } from '../form/useFocusFirstError';
import { Dialog, type DialogProps } from './Dialog';

type Props = Omit<DialogProps, 'onSubmit' | 'footer'> & {
  /** text of the submit button */
  action: string;
  onSubmit: () => void;
  isBusy: boolean;
  isDisabled?: boolean;
  /** why submitting failed */
  failure?: Error | null;
  /** what is wrong, by field; the first wrong field gets the focus */
  errors?: object;
  /** replaces the usual buttons */
  footer?: ReactNode;
};

const NO_ERRORS = {};

/** A dialog to fill in or confirm, with its buttons and the error if submitting failed. */
export function FormDialog(props: Props) {
  const { action, isBusy, isDisabled, failure, errors = NO_ERRORS, footer, children, ...dialog } = props;
  const body = useFocusFirstError<HTMLDivElement>(errors);
  return (
    <Dialog
      {...dialog}
      footer={
        footer ?? (
          <>
            <Button appearance="subtle" onClick={dialog.onClose}>
              Cancel
            </Button>
            <Button appearance="primary" type="submit" isLoading={isBusy} isDisabled={isDisabled}>
              {action}
            </Button>
          </>
        )
      }
    >
      <Stack ref={body} space="space.200">
        {children}
        {failure && <ErrorState error={failure} />}
      </Stack>
    </Dialog>
  );
}
