import { view } from '@forge/bridge';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPath, Router, type NavigationType, type Navigator, type Path } from 'react-router-dom';
import { ErrorState } from '../../../shared/ErrorState';
import { Loading } from '../../../shared/Loading';

type Place = Path & { state?: unknown; key?: string };

type Stop = () => void;

/** Jira's history of the page, as far as it is used here: it writes the address that the browser shows. */
type JiraHistory = {
  location: Place;
  action: NavigationType;
  /** hands back how to stop, in time or at once */
  listen: (listener: (location: Place, action: NavigationType) => void) => Stop | Promise<Stop>;
  push: (path: string) => unknown;
  replace: (path: string) => unknown;
  go: (steps: number) => unknown;
};

const pathOf = (to: Partial<Path> | string) => (typeof to === 'string' ? to : createPath(to));

/** What the router asks of a history, in strings: they cross the border of the frame as they are. */
const navigatorOver = (history: JiraHistory): Navigator => ({
  createHref: pathOf,
  push: (to) => void history.push(pathOf(to)),
  replace: (to) => void history.replace(pathOf(to)),
  go: (steps) => void history.go(steps),
});

function Routed({ history, children }: { history: JiraHistory; children: ReactNode }) {
  const [now, setNow] = useState({ location: history.location, action: history.action });
  const navigator = useMemo(() => navigatorOver(history), [history]);
  useEffect(() => {
    const stop = history.listen((location, action) => setNow({ location: { ...location }, action }));
    return () => void Promise.resolve(stop).then((end) => end());
  }, [history]);
  const { pathname, search = '', hash = '' } = now.location;
  return (
    <Router navigator={navigator} navigationType={now.action} location={{ pathname: pathname || '/', search, hash }}>
      {children}
    </Router>
  );
}

/** Routes over Jira's own history, so that the browser's address, its back button and a shared link work. */
export function JiraRouter({ children }: { children: ReactNode }) {
  const history = useQuery({
    queryKey: ['history'],
    queryFn: async () => (await view.createHistory()) as unknown as JiraHistory,
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });
  if (history.isPending) return <Loading lines={2} />;
  if (history.isError) return <ErrorState error={history.error} retry={() => void history.refetch()} />;
  return <Routed history={history.data}>{children}</Routed>;
}
