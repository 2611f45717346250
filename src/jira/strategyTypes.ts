import { route } from '@forge/api';
import { z } from 'zod';
import { jiraId } from './jiraId';
import { type As, ask } from './request';

type Named = { id: string; name: string };

const types = z.array(
  z.object({
    id: jiraId,
    name: z.string(),
    hierarchyLevel: z.number().int().optional(),
    subtask: z.boolean().optional(),
  }),
);
const links = z.object({ issueLinkTypes: z.array(z.object({ id: jiraId, name: z.string() })) });

const byName = (all: readonly Named[]): Named[] =>
  all.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));

/** The site's types of issues that may be objectives: all but sub-tasks, by name. One call. */
export const typesForObjectives = async (as: As): Promise<Named[]> =>
  byName(
    (await ask({ as, path: route`/rest/api/3/issuetype` }, types, ({ length }) => length)).filter(
      ({ hierarchyLevel, subtask = false }) => (hierarchyLevel ?? (subtask ? -1 : 0)) >= 0,
    ),
  );

/** The site's types of links, by name. One call. */
export const linkTypes = async (as: As): Promise<Named[]> =>
  byName(
    (await ask({ as, path: route`/rest/api/3/issueLinkType` }, links, (found) => found.issueLinkTypes.length))
      .issueLinkTypes,
  );
