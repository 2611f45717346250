import type { Module } from '../jira/types';

/** Where `router` of `@forge/bridge` is told to go: an address, or a target by its name. */
export type Destination =
  { url: string } | { target: string; issueKey?: string; projectKey?: string; moduleKey?: string; path?: string };

/** Where a page of the app stands. */
const pagePath = ({ type, key }: Module, projectKey?: string): string | undefined => {
  if (type === 'jira:globalPage') return globalPath(key);
  if (type === 'jira:adminPage') return adminPath(key);
  return projectKey === undefined ? undefined : `/projects/${projectKey}/apps/${key}`;
};

export const globalPath = (moduleKey: string): string => `/apps/${moduleKey}`;

export const adminPath = (moduleKey: string): string => `/admin/apps/${moduleKey}`;

/** The address that a destination has on this site. Throws for one that the site does not know. */
export function addressOf(destination: Destination, modules: readonly Module[]): string {
  if ('url' in destination) return new URL(destination.url, window.location.origin).href;
  const { target, issueKey, projectKey, moduleKey, path = '' } = destination;
  const module = modules.find(({ key }) => key === moduleKey);
  const page = module && pagePath(module, projectKey);
  const paths: Record<string, string | undefined> = {
    issue: issueKey && `/browse/${issueKey}`,
    module: page && page + path,
    projectSettingsDetails: projectKey && `/projects/${projectKey}`,
  };
  const found = paths[target];
  if (!found) throw new Error(`The local site does not know how to navigate to ${JSON.stringify(destination)}.`);
  return new URL(found, window.location.origin).href;
}
