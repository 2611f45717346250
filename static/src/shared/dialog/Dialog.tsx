import ModalDialog, {
  CloseButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  type ModalDialogProps,
} from '@atlaskit/modal-dialog';
import { useCallback, useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { visibleArea } from './visibleArea';
import './dialog.css';

export type DialogProps = {
  title: ReactNode;
  width?: ModalDialogProps['width'];
  onClose: () => void;
  /** makes the dialog a form: called on Enter and by its submit button */
  onSubmit?: () => void;
  /** called once the dialog is gone, to place the focus; without it the dialog returns it to its opener */
  onClosed?: () => void;
  footer: ReactNode;
  children: ReactNode;
};

/** Tells `dialog.css` which area of the page is on screen. */
function usePlacement() {
  useEffect(() => {
    let isGone = false;
    const { style } = document.documentElement;
    void visibleArea().then((area) => {
      if (!area || isGone) return;
      style.setProperty('--visible-top', `${area.top}px`);
      style.setProperty('--visible-height', `${area.height}px`);
    });
    return () => {
      isGone = true;
    };
  }, []);
}

/** Calls `onClosed` once the dialog no longer traps the focus. Earlier, it would take the focus back. */
function useClosed(onClosed: (() => void) | undefined) {
  const latest = useRef(onClosed);
  useEffect(() => {
    latest.current = onClosed;
  });
  useEffect(() => () => void setTimeout(() => latest.current?.()), []);
}

/** Controls that Tab reaches. */
const CONTROL = ':is(input, textarea, select, button):not(:disabled, [tabindex="-1"])';

/**
 * The control that gets the focus first: the one marked with `data-autofocus`, else the first of the body. Without one,
 * it is the button that closes the dialog.
 */
function useFirstControl() {
  const first = useRef<HTMLElement | null>(null);
  const body = useCallback((element: HTMLElement | null) => {
    const marked = element?.querySelector<HTMLElement>('[data-autofocus]');
    const form = element?.closest('form');
    first.current = marked ?? element?.querySelector<HTMLElement>(CONTROL) ?? form?.querySelector(CONTROL) ?? null;
  }, []);
  return { first, body };
}

/** A modal dialog. A click beside it does not close it, as typed text would be lost. Wrap it in a `ModalTransition`. */
export function Dialog({ title, width = 'medium', onClose, onSubmit, onClosed, footer, children }: DialogProps) {
  usePlacement();
  useClosed(onClosed);
  const { first, body } = useFirstControl();
  const content = (
    <>
      <ModalHeader>
        <ModalTitle>{title}</ModalTitle>
        <CloseButton onClick={onClose} />
      </ModalHeader>
      <ModalBody>
        <div ref={body}>{children}</div>
      </ModalBody>
      <ModalFooter>{footer}</ModalFooter>
    </>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // To React, the dialog is inside its opener, which may be in another form.
    event.stopPropagation();
    onSubmit?.();
  };
  return (
    <ModalDialog
      testId="dialog"
      width={width}
      onClose={onClose}
      autoFocus={onSubmit ? first : undefined}
      shouldCloseOnOverlayClick={false}
      shouldReturnFocus={onClosed === undefined}
    >
      {onSubmit ? (
        <form noValidate onSubmit={submit}>
          {content}
        </form>
      ) : (
        content
      )}
    </ModalDialog>
  );
}
