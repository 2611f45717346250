import type { Answer } from '../../bridge/rpc';
import type { AppLocation } from '../../bridge/history';
import { FROM_APP } from '../../../server/fromApp';
import { ask } from '../jira/rest';
import type { Module } from '../jira/types';
import { addressOf, type Destination } from './addresses';
import { bus } from './bus';
import { type FlagOptions, closeFlag, showFlag } from './flagStore';
import { pageHistory } from './pageHistory';

/** A frame's place: what Jira gives it as `extension`. */
export type Place = { moduleKey: string; extension: Record<string, unknown> };

/**
 * What surrounds a frame. Operations that a place does not support (a panel is not submitted) are refused, as in Jira.
 */
export type Surroundings = {
  theme: string;
  modules: readonly Module[];
  /** The address of a page with routes of the app below it. */
  routesBelow?: string;
  onHeight(height: number): void;
  onSubmit?(value: unknown): Promise<void> | void;
  onClose?(): void;
  onRefresh?(): void;
};

type FetchRequest = {
  product: string;
  restPath: string;
  fetchRequestInit?: { method?: string; body?: string | null; headers?: [string, string][] };
};

type Location = { type: 'same-tab' | 'new-tab' } & Destination;

/** Answers `@forge/bridge`'s calls to the page around its frame. */
export function operations(place: Place, around: Surroundings): Answer {
  const onClose: (() => unknown)[] = [];
  const known: Record<string, (payload: never) => unknown> = {
    getContext: async () => {
      const context = await ask<Record<string, unknown>>('POST', '/site/context', place);
      return { ...context, theme: { colorMode: around.theme } };
    },
    invoke: async ({ functionKey, payload }: { functionKey: string; payload?: unknown }) =>
      (await ask<{ result: unknown }>('POST', '/site/invoke', { ...place, functionKey, payload })).result,
    fetchProduct,
    submit: async (value: unknown) => {
      if (!around.onSubmit) return false;
      await around.onSubmit(value ?? null);
      return true;
    },
    close: () => {
      if (!around.onClose) return false;
      for (const tell of onClose) tell();
      around.onClose();
      return true;
    },
    onClose: (callback: () => unknown) => {
      onClose.push(callback);
      return true;
    },
    refresh: () => {
      around.onRefresh?.();
      return around.onRefresh !== undefined;
    },
    enableTheming: (setTheme: (mode: string) => void) => setTheme(around.theme),
    resize: ({ height }: { height: number }) => around.onHeight(height),
    emitReadyEvent: () => undefined,
    changeWindowTitle: (title: string) => {
      document.title = title;
    },
    navigate: (location: Location) => {
      const url = addressOf(location, around.modules);
      if (location.type === 'new-tab') window.open(url, '_blank', 'noopener');
      else window.location.assign(url);
    },
    getUrl: (location: Destination) => addressOf(location, around.modules),
    createHistory: (onPop: (location: AppLocation) => unknown) => {
      if (around.routesBelow === undefined) throw new Error('A page of this kind has no history of its own.');
      return pageHistory(around.routesBelow, onPop);
    },
    reload: () => window.location.reload(),
    showFlag: (flag: FlagOptions) => showFlag(flag),
    closeFlag: ({ id }: { id: string }) => closeFlag(id),
    on: ({ event, callback }: { event: string; callback: (payload: unknown) => unknown }) => bus.on(event, callback),
    emit: ({ event, payload }: { event: string; payload?: unknown }) => bus.emit(event, payload),
  };
  return (name, payload) => {
    const operation = known[name];
    if (!operation) throw new Error(`The local site does not know the bridge operation "${name}".`);
    return operation(payload as never);
  };
}

async function fetchProduct({ product, restPath, fetchRequestInit = {} }: FetchRequest): Promise<unknown> {
  if (product !== 'jira') throw new Error(`The local site has no ${product}.`);
  const { method, body, headers = [] } = fetchRequestInit;
  const response = await fetch(restPath, { method, body: body || null, headers: [...headers, [FROM_APP, 'true']] });
  return {
    body: await response.text(),
    headers: Object.fromEntries(response.headers.entries()),
    status: response.status,
    statusText: response.statusText,
    isAttachment: false,
  };
}
