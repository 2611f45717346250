import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { view } from '@forge/bridge';
import { createFormat, type Format } from './format';

export type HostContext = Awaited<ReturnType<typeof view.getContext>>;

type Host = { context: HostContext; format: Format };

const HostValue = createContext<Host | null>(null);

/** Provides Jira's context of the page, and the formats for its viewer. */
export function HostProvider({ context, children }: { context: HostContext; children: ReactNode }) {
  const host = useMemo(() => ({ context, format: createFormat(context.locale, context.timezone) }), [context]);
  return <HostValue.Provider value={host}>{children}</HostValue.Provider>;
}

/** The issue that the page is on; `undefined`: it is on none. */
export const issueOf = ({ extension }: HostContext) => extension['issue'] as { id: string; key: string } | undefined;

/** The project that the page is on; `undefined`: it is on none. */
export const projectOf = ({ extension }: HostContext) =>
  extension['project'] as { id: string; key: string } | undefined;

export function useHost(): Host {
  const host = useContext(HostValue);
  if (!host) throw new Error('useHost is only for what HostProvider holds.');
  return host;
}

export const useFormat = () => useHost().format;
