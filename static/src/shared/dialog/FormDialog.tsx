import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import type { ReactNode } from 'react';
import { ErrorState } from '../ErrorState';
import { useFocusFirstError } from '../form/useFocusFirstError';
import { Dialog, type DialogProps } from './Dialog';

type Props = Omit<DialogProps, 'onSubmit' | 'footer'> & {
  /** what the button says that submits it */
  action: string;
  onSubmit: () => void;
  isBusy: boolean;
  isDisabled?: boolean;
  /** why it could not be submitted */
  failure?: Error | null;
  /** what is wrong, by field: the first of them gets the focus */
  errors?: object;
  /** in place of the usual buttons */
  footer?: ReactNode;
};

const NONE = {};

/** A dialog that is filled in, or only confirmed, and submitted: with its buttons, and why it failed. */
export function FormDialog(props: Props) {
  const { action, isBusy, isDisabled, failure, errors = NONE, footer, children, ...dialog } = props;
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
