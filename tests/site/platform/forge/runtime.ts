import { randomUUID } from 'node:crypto';
import type { AppManifest } from './manifest';
import type { ForgeRuntime } from './seam';

export const CLOUD_ID = '6b2f0c9e-4d1a-4b7e-9c53-0e8a7d1f2b34';
export const ENVIRONMENT_ID = '1f3a5c7e-9b2d-4e6f-8a0c-2d4f6b8e0a1c';
export const INSTALLATION_ID = '8c6e4a2f-0d1b-4c3e-a5f7-9b8d7e6f5a4b';
export const CONTEXT_ARI = `ari:cloud:jira::site/${CLOUD_ID}`;

const installations = new WeakMap<AppManifest, string>();

/** Each site is an installation of its own, which the app's memory must tell apart. */
const installationOf = (app: AppManifest): string => {
  const id = installations.get(app) ?? randomUUID();
  installations.set(app, id);
  return id;
};

/** What a function finds out about its invocation. `endsAt`: on the clock of `performance.now()` */
export function forgeRuntime(app: AppManifest, functionKey: string, endsAt: number, moduleKey?: string): ForgeRuntime {
  return {
    appContext: {
      appId: app.appId,
      appVersion: '1.0.0',
      environmentId: ENVIRONMENT_ID,
      environmentType: 'DEVELOPMENT',
      invocationId: randomUUID(),
      installationId: installationOf(app),
      functionKey,
      moduleKey,
      permissions: { scopes: app.scopes },
    },
    lambdaContext: { getRemainingTimeInMillis: () => Math.max(0, endsAt - performance.now()) },
    contextAri: CONTEXT_ARI,
    proxy: { url: 'http://forge.invalid', token: 'local' },
    container: { appCodeDir: process.cwd() },
    metrics: {
      counter: () => ({ incr: () => undefined }),
      timing: () => ({ measure: () => ({ stop: () => undefined }) }),
    },
  };
}
