import type { KeyboardEvent } from 'react';
import type { ObjectiveActions } from './useObjectiveActions';

/** What `keyCommand` takes, for who cannot see it written. */
export const KEY_COMMANDS =
  'Alt with the up or down arrow moves the objective among its siblings; M moves it elsewhere.';

/** The keys with which an editor moves an objective; says whether it was one of them. */
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
