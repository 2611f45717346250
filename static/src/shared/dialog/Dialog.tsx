import ModalDialog, {
  CloseButton,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  type ModalDialogProps,
} from '@atlaskit/modal-dialog';
import { useCallback, useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { visiblePart } from './visiblePart';
import './dialog.css';

export type DialogProps = {
  title: ReactNode;
  width?: ModalDialogProps['width'];
  onClose: () => void;
  /** where a dialog holds a form: what Enter and its submit button do */
  onSubmit?: () => void;
  /** after it has gone: the place to put the focus back where the element that opened it is gone too */
  onClosed?: () => void;
  footer: ReactNode;
  children: ReactNode;
};

/** Where a dialog stands: on the part of the page that the person sees, however tall the frame is. */
function usePlacement() {
  useEffect(() => {
    let isGone = false;
    const { style } = document.documentElement;
    void visiblePart().then((part) => {
      if (!part || isGone) return;
      style.setProperty('--visible-top', `${part.top}px`);
      style.setProperty('--visible-height', `${part.height}px`);
    });
    return () => {
      isGone = true;
    };
  }, []);
}

/** Tells that a dialog has gone once nothing holds the focus in it any more: before, the focus would be taken back and then lost. */
function useClosed(onClosed: (() => void) | undefined) {
  const latest = useRef(onClosed);
  useEffect(() => {
    latest.current = onClosed;
  });
  useEffect(() => () => void setTimeout(() => latest.current?.()), []);
}

/** What a person fills in or presses in a form; what its own widgets keep out of reach of Tab is not it. */
const CONTROL = ':is(input, textarea, select, button):not(:disabled, [tabindex="-1"])';

/**
 * Where a form begins: with the control that it marks with `data-autofocus`, else with its first one. The button that closes the
 * dialog stands before it, and is the first only where there is nothing to fill in.
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

/** A dialog over the page. What was typed in it is not lost by a click beside it. Wrap it in a `ModalTransition`. */
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
    // A form in a dialog is, to React, inside whatever opened it.
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
