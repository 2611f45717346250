import { events } from '@forge/bridge';

const SHOWN = 'strategic-objective-shown';

/**
 * Jira tells the app's pages what others change on an issue, not what the viewer changes. So the field, which Jira draws
 * anew after an edit, tells the app's other pages on the issue the key that it now shows; null where it has no value.
 */
export const tellShown = (key: string | null): Promise<unknown> => events.emit(SHOWN, { key });

export const onShown = (listener: (key: string | null) => void) =>
  events.on(SHOWN, (payload?: { key: string | null }) => listener(payload?.key ?? null));
