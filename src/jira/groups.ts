import { route } from '@forge/api';
import { z } from 'zod';
import { ask, POINTS_OF_A_PERSON } from './request';

const myself = z.object({
  groups: z.object({ items: z.array(z.object({ groupId: z.string().nullish() })).optional() }),
});

/** The ids of the groups that the visitor is in: one call. */
export const myGroups = async (): Promise<ReadonlySet<string>> => {
  const { groups } = await ask(
    { as: 'user', path: route`/rest/api/3/myself?expand=groups` },
    myself,
    ({ groups: { items = [] } }) => POINTS_OF_A_PERSON * (1 + items.length),
  );
  return new Set((groups.items ?? []).flatMap(({ groupId }) => groupId ?? []));
};

const picker = z.object({ groups: z.array(z.object({ groupId: z.string(), name: z.string() })) });
const MOST_GROUPS = 20;

/** Groups whose name holds a text, whatever its case, as the visitor may see them, at most 20: one call. */
export const searchGroups = async (query: string): Promise<{ id: string; name: string }[]> => {
  const path = route`/rest/api/3/groups/picker?query=${query}&maxResults=${MOST_GROUPS}&caseInsensitive=true`;
  const { groups } = await ask({ as: 'user', path }, picker, ({ groups: { length } }) => POINTS_OF_A_PERSON * length);
  return groups.map(({ groupId, name }) => ({ id: groupId, name }));
};
