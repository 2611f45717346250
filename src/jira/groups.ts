import { route } from '@forge/api';
import { z } from 'zod';
import { type As, ask, POINTS_OF_A_PERSON } from './request';

const myself = z.object({
  groups: z.object({ items: z.array(z.object({ groupId: z.string().nullish() })).optional() }),
});

const named = z.array(z.object({ groupId: z.string().nullish() }));

/** The ids of a person's groups, as the app sees them. One call. */
export const groupsOf = async (as: As, accountId: string): Promise<ReadonlySet<string>> => {
  const path = route`/rest/api/3/user/groups?accountId=${accountId}`;
  const groups = await ask({ as, path }, named, ({ length }) => POINTS_OF_A_PERSON * length);
  return new Set(groups.flatMap(({ groupId }) => groupId ?? []));
};

/** The ids of the visitor's groups. One call. */
export const myGroups = async (): Promise<ReadonlySet<string>> => {
  const { groups } = await ask(
    { as: 'user', path: route`/rest/api/3/myself?expand=groups` },
    myself,
    ({ groups: { items = [] } }) => POINTS_OF_A_PERSON * (1 + items.length),
  );
  return new Set((groups.items ?? []).flatMap(({ groupId }) => groupId ?? []));
};
