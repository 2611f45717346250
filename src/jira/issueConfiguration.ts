import { route } from '@forge/api';
import { z } from 'zod';
import { jiraId } from './jiraId';
import type { StatusCategory } from '../domain/work/outcome';
import { type As, ask } from './request';
import { categoryOf } from './toWorkItem';

/**
 * What ids on issues mean on this site: each status's category and name, resolution's name and type's hierarchy level.
 * Jira lists statuses and types of projects that the app may browse, and only statuses of active workflows, so one that
 * is missing may still exist.
 */
export type IssueConfiguration = {
  statuses: Record<string, StatusCategory>;
  statusNames: Record<string, string>;
  resolutions: Record<string, string>;
  types: Record<string, number>;
};

const statuses = z.array(
  z.object({ id: jiraId, name: z.string(), statusCategory: z.object({ key: z.string() }).optional() }),
);
const types = z.array(
  z.object({ id: jiraId, hierarchyLevel: z.number().int().optional(), subtask: z.boolean().optional() }),
);
const resolutions = z.object({
  values: z.array(z.object({ id: jiraId, name: z.string() })),
  isLast: z.boolean().optional(),
});

/** Resolutions in a page. */
const RESOLUTIONS_A_PAGE = 100;

/** Asks Jira what statuses, resolutions and types mean. Three calls, and one for each further 100 resolutions. */
export const readIssueConfiguration = async (as: As): Promise<IssueConfiguration> => ({
  ...(await allStatuses(as)),
  resolutions: await allResolutions(as),
  types: await typeLevels(as),
});

/** The hierarchy level of each of the site's types. One call. */
export const typeLevels = async (as: As): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await ask({ as, path: route`/rest/api/3/issuetype` }, types, ({ length }) => length)).map((type) => [
      type.id,
      type.hierarchyLevel ?? (type.subtask ? -1 : 0),
    ]),
  );

/** The site's statuses. One call. */
export const allStatuses = async (as: As): Promise<Pick<IssueConfiguration, 'statuses' | 'statusNames'>> => {
  const found = await ask({ as, path: route`/rest/api/3/status` }, statuses, ({ length }) => length);
  return {
    statuses: Object.fromEntries(found.map(({ id, statusCategory }) => [id, categoryOf(statusCategory?.key)])),
    statusNames: Object.fromEntries(found.map(({ id, name }) => [id, name])),
  };
};

/** The names of the site's resolutions. One call for each 100. */
export const allResolutions = async (as: As): Promise<Record<string, string>> => {
  const found: [string, string][] = [];
  for (;;) {
    const path = route`/rest/api/3/resolution/search?startAt=${found.length}&maxResults=${RESOLUTIONS_A_PAGE}`;
    const { values, isLast } = await ask({ as, path }, resolutions, (page) => page.values.length);
    found.push(...values.map(({ id, name }): [string, string] => [id, name]));
    if (isLast !== false || values.length === 0) return Object.fromEntries(found);
  }
};
