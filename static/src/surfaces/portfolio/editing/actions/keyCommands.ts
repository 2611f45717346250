import type { KeyboardEvent } from 'react';
import type { ObjectiveActions } from './useObjectiveActions';

/** Describes the keys of `keyCommand` to screen readers. */
export const KEY_COMMANDS =
  'Alt with the up or down arrow moves the objective among its siblings; M moves it elsewhere.';

/** Moves an objective by key press. Returns whether the key was one of `KEY_COMMANDS`. */
export function keyCommand(event: KeyboardEvent, key: string, actions: ObjectiveActions): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  if (event.altKey) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return false;
    actions.moveBy(key, event.key === 'ArrowUp' ? -1 : 1);
    return true;
  }
  if (event.key.toLowerCase() !== 'm') return false;
  actions.move(key);
  return true;
}
