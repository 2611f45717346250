type Listener = (payload: unknown) => unknown;

const listeners = new Map<string, Set<Listener>>();

/** Carries events between the page and the app's frames in it, and from frame to frame. */
export const bus = {
  on(event: string, listener: Listener): { unsubscribe(): void } {
    const held = listeners.get(event) ?? new Set<Listener>();
    listeners.set(event, held.add(listener));
    return { unsubscribe: () => void held.delete(listener) };
  },
  emit(event: string, payload?: unknown): void {
    for (const listener of listeners.get(event) ?? []) listener(payload);
  },
};
