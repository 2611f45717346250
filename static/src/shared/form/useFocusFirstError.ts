import { useEffect, useRef, type RefObject } from 'react';

/** For a form: puts the focus on the first wrong control, in the order of the page, when something is newly wrong. */
export function useFocusFirstError<T extends HTMLElement>(errors: object): RefObject<T> {
  const form = useRef<T>(null);
  const before = useRef<object>({});
  useEffect(() => {
    // Mending one of several errors does not move the person on to the next.
    const isNew = Object.keys(errors).some((name) => !(name in before.current));
    before.current = errors;
    if (!isNew) return;
    form.current?.querySelector<HTMLElement>('[data-invalid="true"] :is(input, textarea, select, button)')?.focus();
  }, [errors]);
  return form;
}
