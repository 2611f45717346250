import { useSyncExternalStore } from 'react';

export type FlagOptions = {
  id: string;
  title?: string;
  description?: string;
  type?: 'info' | 'success' | 'warning' | 'error';
  isAutoDismiss?: boolean;
  actions?: { text: string; onClick: () => void }[];
};

let shown: FlagOptions[] = [];
const watchers = new Set<() => void>();

function show(next: FlagOptions[]): void {
  shown = next;
  for (const watcher of watchers) watcher();
}

export const showFlag = (flag: FlagOptions): void => show([flag, ...shown.filter(({ id }) => id !== flag.id)]);

export const closeFlag = (id: string | number): void => show(shown.filter((flag) => flag.id !== id));

export const useFlags = (): FlagOptions[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => shown,
  );
