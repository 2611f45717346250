import type { MouseEvent } from 'react';

/** Where a click on a link leads; `null`: a button that the browser handles, such as the one for its menu. */
export function whereTo({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): 'here' | 'newTab' | null {
  if (button > 1) return null;
  return button === 1 || ctrlKey || metaKey || shiftKey ? 'newTab' : 'here';
}
