import type { MouseEvent } from 'react';

/**
 * What a click on a link asks for, as on any page: to go there, or to open it in a tab of its own. `null` for the button that
 * opens the browser's own menu, which browsers report as a click too.
 */
export function whereTo({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): 'here' | 'newTab' | null {
  if (button > 1) return null;
  return button === 1 || ctrlKey || metaKey || shiftKey ? 'newTab' : 'here';
}
