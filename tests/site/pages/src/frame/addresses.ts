import type { Module } from '../jira/types';

/** Where `router` of `@forge/bridge` is to go: an address, or a named target. */
export type Destination =
  { url: string } | { target: string; issueKey?: string; projectKey?: string; moduleKey?: string; path?: string };

/** The path of a page of the app. */
const pagePath = ({ type, key }: Module, projectKey?: string): string | undefined => {
  if (type === 'jira:globalPage') return globalPath(key);
  if (type === 'jira:adminPage') return adminPath(key);
  return projectKey === undefined ? undefined : projectPath(projectKey, key);
};

export const globalPath = (moduleKey: string): string => `/apps/${moduleKey}`;

export const projectPath = (projectKey: string, moduleKey: string): string =>
  `/projects/${projectKey}/apps/${moduleKey}`;

export const adminPath = (moduleKey: string): string => `/admin/apps/${moduleKey}`;

/**
 * The address of a destination on this site.
 * @throws if the site does not know it
 */
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
