import type { Rpc } from './rpc';

/** A location in a page of the app, in the form of the `history` package, version 4. Paths begin at the app's root. */
export type AppLocation = { pathname: string; search: string; hash: string; state: unknown; key: string };

/** The page around the frame: reports its address, and follows the app's navigation. */
export type OuterHistory = {
  base: string;
  location: AppLocation;
  push: (location: AppLocation) => unknown;
  replace: (location: AppLocation) => unknown;
  go: (steps: number) => unknown;
};

type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: AppLocation, action: Action) => void;
type To = string | Partial<AppLocation>;

const pathOf = ({ pathname = '/', search = '', hash = '' }: Partial<AppLocation>): string => pathname + search + hash;

/**
 * The history that `view.createHistory()` gives a page of the app. It lives in the frame, because `location` and
 * `createHref` answer synchronously. The page around it keeps its address in step, so that it can be shared, and
 * reports when somebody goes back or forth.
 */
export async function frameHistory(host: Rpc) {
  const listeners = new Set<Listener>();
  const outer = (await host.call('createHistory', (location: AppLocation) => moved(location, 'POP'))) as OuterHistory;
  let keys = 0;

  const history = {
    action: 'POP' as Action,
    location: outer.location,
    createHref: (to: Partial<AppLocation>) => outer.base + pathOf(to),
    push: (to: To, state?: unknown) => {
      moved(resolved(to, state), 'PUSH');
      outer.push(history.location);
    },
    replace: (to: To, state?: unknown) => {
      moved(resolved(to, state), 'REPLACE');
      outer.replace(history.location);
    },
    go: (steps: number) => void outer.go(steps),
    goBack: () => void outer.go(-1),
    goForward: () => void outer.go(1),
    listen: (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  function moved(location: AppLocation, action: Action): void {
    history.location = location;
    history.action = action;
    for (const listener of listeners) listener(location, action);
  }

  /** Resolves a path; a relative one as a browser does. */
  function resolved(to: To, state: unknown): AppLocation {
    const from = `http://app.invalid${pathOf(history.location)}`;
    const { pathname, search, hash } = new URL(
      typeof to === 'string' ? to : pathOf({ ...history.location, ...to }),
      from,
    );
    keys += 1;
    return { pathname, search, hash, state: typeof to === 'string' ? state : (to.state ?? state), key: `app${keys}` };
  }

  return history;
}
