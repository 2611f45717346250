import type { JiraSite } from '../../jira/jiraSite';
import type { AppFunctions } from './appFunctions';
import type { AppManifest } from './manifest';
import { CLOUD_ID, ENVIRONMENT_ID } from './runtime';

const REQUEST_BYTES = 500 * 1024;
const RESPONSE_BYTES = 5 * 1024 * 1024;
const LIMIT_SECONDS = 25;

/** A viewer of the app's page: who, which module, and where. `extension` is as Jira gives it. */
export type Viewer = { accountId: string; moduleKey: string; extension: object };

/** A page's trusted context, which page and resolver both get. */
export function viewContext(app: AppManifest, jira: JiraSite, viewer: Viewer): Record<string, unknown> {
  const page = app.pages.find(({ key }) => key === viewer.moduleKey);
  if (!page) throw new Error(`The manifest has no page ${viewer.moduleKey}.`);
  return {
    accountId: viewer.accountId,
    cloudId: CLOUD_ID,
    siteUrl: jira.baseUrl,
    locale: 'en-US',
    timezone: jira.user(viewer.accountId)?.timeZone ?? jira.timeZone,
    moduleKey: viewer.moduleKey,
    localId: `ari:cloud:ecosystem::extension/${app.appId}/${ENVIRONMENT_ID}/static/${viewer.moduleKey}`,
    environmentId: ENVIRONMENT_ID,
    environmentType: 'DEVELOPMENT',
    extension: { ...viewer.extension, type: page.type },
  };
}

/** Calls a page's resolver within the platform's limits. The answer travels as JSON, as on Forge. */
export async function callResolver(
  app: AppManifest,
  functions: AppFunctions,
  context: Record<string, unknown>,
  functionKey: string,
  payload: unknown,
): Promise<unknown> {
  const moduleKey = String(context.moduleKey);
  const resolver = app.pages.find(({ key }) => key === moduleKey)?.resolver;
  if (!resolver) throw new Error(`${moduleKey} has no resolver.`);
  const sent = JSON.stringify({ call: { functionKey, payload }, context });
  if (Buffer.byteLength(sent) > REQUEST_BYTES) throw new Error('The request is larger than 500 KB.');
  const answer = await functions.call(resolver, {
    payload: JSON.parse(sent),
    limitSeconds: LIMIT_SECONDS,
    principal: { accountId: String(context.accountId) },
    moduleKey,
  });
  const received = JSON.stringify(answer) as string | undefined;
  if (received === undefined) return undefined;
  if (Buffer.byteLength(received) > RESPONSE_BYTES) throw new Error('The answer is larger than 5 MB.');
  return JSON.parse(received);
}
