import { useEffect, useRef, type RefObject } from 'react';

/** A ref for a form. When a new error appears, the first wrong control on the page gets the focus. */
export function useFocusFirstError<T extends HTMLElement>(errors: object): RefObject<T> {
  const form = useRef<T>(null);
  const before = useRef<object>({});
  useEffect(() => {
    // Mending one of several errors does not move the focus.
    const isNew = Object.keys(errors).some((name) => !(name in before.current));
    before.current = errors;
    if (!isNew) return;
    form.current?.querySelector<HTMLElement>('[data-invalid="true"] :is(input, textarea, select, button)')?.focus();
  }, [errors]);
  return form;
}
