import { route } from '@forge/api';
import { z } from 'zod';
import type { WorkFunction } from '../domain/workItem';
import { type As, ask } from './request';

const serverInfo = z.object({ serverTimeZone: z.string().nullish() });

/** The IANA time zone that the site's days are in. */
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

/** Every project that the asker can browse: one call for each hundred. */
export const allProjects = async (as: As): Promise<JiraProject[]> => {
  const found: JiraProject[] = [];
  for (;;) {
    const path = route`/rest/api/3/project/search?startAt=${found.length}&maxResults=${PROJECTS_A_PAGE}&orderBy=key`;
    const { values, isLast } = await ask({ as, path }, projects, (page) => page.values.length);
    found.push(
      ...values.map(({ id, key, name, projectCategory }) => ({
        id: Number(id),
        key,
        name,
        category: projectCategory ?? null,
      })),
    );
    if (isLast !== false || values.length === 0) return found;
  }
};
