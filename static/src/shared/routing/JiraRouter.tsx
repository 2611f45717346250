import { NavigationTarget, router, view } from '@forge/bridge';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { createPath, Router, type NavigationType, type Navigator, type Path } from 'react-router-dom';
import { ErrorState } from '../ErrorState';
import { Loading } from '../Loading';
import { queryKeyOf } from '../queries';

type Place = Path & { state?: unknown; key?: string };

type Stop = () => void;

/** The part of Jira's history that is used here. It sets the browser's address. */
type JiraHistory = {
  location: Place;
  action: NavigationType;
  /** returns a function that stops listening, or a promise of it */
  listen: (listener: (location: Place, action: NavigationType) => void) => Stop | Promise<Stop>;
  push: (path: string) => unknown;
  replace: (path: string) => unknown;
  go: (steps: number) => unknown;
};

const pathOf = (to: Partial<Path> | string) => (typeof to === 'string' ? to : createPath(to));

/** Where the page is in Jira: its key in the manifest, and a project page's project. */
export type PagePlace = { moduleKey: string; projectKey?: string };

/** The page's address in Jira, not in its frame; empty if Jira does not tell. */
export async function pageAddress(place: PagePlace): Promise<string> {
  try {
    const page = await router.getUrl({ target: NavigationTarget.Module, ...place });
    return page?.href.replace(/\/$/, '') ?? '';
  } catch {
    return '';
  }
}

/** Jira's history as a navigator of React Router. Only strings are passed, which cross the frame's border unchanged. */
const navigatorOver = (history: JiraHistory, address: string): Navigator => ({
  // So that a link leads to the same place in Jira when it is copied or opened in a new tab.
  createHref: (to) => address + pathOf(to),
  push: (to) => void history.push(pathOf(to)),
  replace: (to) => void history.replace(pathOf(to)),
  go: (steps) => void history.go(steps),
});

type Props = { history: JiraHistory; address: string; children: ReactNode };

function Routed({ history, address, children }: Props) {
  const [now, setNow] = useState({ location: history.location, action: history.action });
  const navigator = useMemo(() => navigatorOver(history, address), [history, address]);
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

/** Routes over Jira's history, so that the browser's address, Back and shared links work. */
export function JiraRouter({ place, children }: { place: PagePlace; children: ReactNode }) {
  const page = useQuery({
    queryKey: queryKeyOf('history'),
    queryFn: async () => {
      const [history, address] = await Promise.all([view.createHistory(), pageAddress(place)]);
      return { history: history as unknown as JiraHistory, address };
    },
    staleTime: Infinity,
    gcTime: Infinity,
    structuralSharing: false,
  });
  if (page.isPending) return <Loading lines={2} />;
  if (page.isError) return <ErrorState error={page.error} retry={() => void page.refetch()} />;
  return <Routed {...page.data}>{children}</Routed>;
}
