import { route } from '@forge/api';
import { z } from 'zod';
import { batches } from '../domain/batches';
import type { WorkFunction } from '../domain/work/workItem';
import { type As, ask } from './request';

const serverInfo = z.object({ serverTimeZone: z.string().nullish() });

/** The site's IANA time zone. */
export const siteTimeZone = async (as: As): Promise<string> =>
  (await ask({ as, path: route`/rest/api/3/serverInfo` }, serverInfo, () => 1)).serverTimeZone ?? 'UTC';

const projects = z.object({
  values: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      projectCategory: z.object({ id: z.string(), name: z.string() }).nullish(),
    }),
  ),
  isLast: z.boolean().optional(),
});
const PROJECTS_A_PAGE = 100;

export type JiraProject = { id: number; key: string; name: string; category: WorkFunction | null };

const projectFrom = ({ id, key, name, projectCategory }: z.infer<typeof projects>['values'][number]): JiraProject => ({
  id: Number(id),
  key,
  name,
  category: projectCategory ?? null,
});

/**
 * All live projects that the asker can browse: neither archived nor trashed, which Jira lists only on request. One call
 * for each 100.
 */
export const liveProjects = async (as: As): Promise<JiraProject[]> => {
  const found: JiraProject[] = [];
  for (;;) {
    const path = route`/rest/api/3/project/search?startAt=${found.length}&maxResults=${PROJECTS_A_PAGE}&orderBy=key&status=live`;
    const { values, isLast } = await ask({ as, path }, projects, (page) => page.values.length);
    found.push(...values.map(projectFrom));
    if (isLast !== false || values.length === 0) return found;
  }
};

/** Projects that a call may name. */
const IDS_A_CALL = 50;

/** Which of these projects are live and browsable for the asker. One call for each 50. */
export const liveAmong = async (as: As, ids: readonly number[]): Promise<JiraProject[]> => {
  const found: JiraProject[] = [];
  for (const some of batches(ids, IDS_A_CALL)) {
    const asked = new URLSearchParams({ maxResults: String(IDS_A_CALL), status: 'live' });
    for (const id of some) asked.append('id', String(id));
    const path = route`/rest/api/3/project/search?${asked}`;
    const { values } = await ask({ as, path }, projects, (page) => page.values.length);
    found.push(...values.map(projectFrom));
  }
  return found;
};
