import { Hono } from 'hono/quick';
import { JiraError } from '../errors';
import type { JiraData } from '../jiraData';
import type { Caller } from '../model';
import { appFieldRoutes } from './appFieldRoutes';
import { changelogRoutes } from './changelogRoutes';
import { groupRoutes } from './groupRoutes';
import { jqlFunctionRoutes } from './jqlFunctionRoutes';
import { issueRoutes } from './issueRoutes';
import { permissionRoutes } from './permissionRoutes';
import { projectRoutes } from './projectRoutes';
import { searchRoutes } from './searchRoutes';
import { type Env, json, type Routes } from './route';
import { siteRoutes } from './siteRoutes';
import { userRoutes } from './userRoutes';

export type RestApi = (request: Request, caller: Caller) => Promise<Response>;

/** The calls of Jira's REST API v3 that the site knows. */
export function restApi(site: JiraData): RestApi {
  const api: Routes = new Hono<Env>().basePath('/rest/api/3');
  for (const add of [
    siteRoutes,
    userRoutes,
    groupRoutes,
    projectRoutes,
    permissionRoutes,
    searchRoutes,
    jqlFunctionRoutes,
    appFieldRoutes,
    issueRoutes,
    changelogRoutes,
  ]) {
    add(api, site);
  }
  api.notFound((c) => {
    const message = `The local site does not know ${c.req.method} ${c.req.path}.`;
    return json({ errorMessages: [message], errors: {} }, 404);
  });
  api.onError((error) => {
    if (error instanceof JiraError) return json(error.body, error.status);
    throw error;
  });
  return async (request, caller) => {
    if (!site.userOf(caller)) {
      return json(new JiraError(401, ['Client must be authenticated to access this resource.']).body, 401);
    }
    return api.fetch(request, { caller });
  };
}
