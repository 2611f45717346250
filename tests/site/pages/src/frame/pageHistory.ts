import type { AppLocation, OuterHistory } from '../../bridge/history';

type Kept = { state?: unknown; key?: string } | null;

/**
 * The address bar, for a page of the app with its own routes below `base`.
 * @param onPop gets the new location after going back or forth
 */
export function pageHistory(base: string, onPop: (location: AppLocation) => unknown): OuterHistory {
  const here = (): AppLocation => {
    const { pathname, search, hash } = window.location;
    const kept = window.history.state as Kept;
    return { pathname: pathname.slice(base.length) || '/', search, hash, state: kept?.state, key: kept?.key ?? '' };
  };
  const addressOf = ({ pathname, search, hash }: AppLocation) =>
    base + (pathname === '/' ? '' : pathname) + search + hash;
  const keptOf = ({ state, key }: AppLocation): Kept => ({ state, key });
  window.addEventListener('popstate', () => void onPop(here()));
  return {
    base,
    location: here(),
    push: (location) => window.history.pushState(keptOf(location), '', addressOf(location)),
    replace: (location) => window.history.replaceState(keptOf(location), '', addressOf(location)),
    go: (steps) => window.history.go(steps),
  };
}
