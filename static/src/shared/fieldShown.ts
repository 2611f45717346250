import { events } from '@forge/bridge';

const SHOWN = 'strategic-objective-shown';

/**
 * Tells the app's other pages on the issue the key that the field shows now; `null`: it is empty. Jira sends them no
 * event of the viewer's own edits, but draws the field again.
 */
export const tellShown = (key: string | null): Promise<unknown> => events.emit(SHOWN, { key });

export const onShown = (listener: (key: string | null) => void) =>
  events.on(SHOWN, (payload?: { key: string | null }) => listener(payload?.key ?? null));
