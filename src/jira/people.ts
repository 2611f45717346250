import { route } from '@forge/api';
import { z } from 'zod';
import { batches } from '../domain/batches';
import { ask, POINTS_OF_A_PERSON } from './request';

/** A person as Jira shows them to the visitor. */
export type JiraPerson = { accountId: string; displayName: string; avatarUrl: string | null };

const user = z.object({
  accountId: z.string(),
  active: z.boolean().nullish(),
  displayName: z.string().nullish(),
  avatarUrls: z.record(z.string(), z.string()).nullish(),
});

const AVATAR_SIZE = '24x24';

const personFrom = ({ accountId, displayName, avatarUrls }: z.infer<typeof user>): JiraPerson => ({
  accountId,
  displayName: displayName ?? '',
  avatarUrl: avatarUrls?.[AVATAR_SIZE] ?? null,
});

const page = z.object({ values: z.array(user) });
/** People in a call. */
const PEOPLE_A_CALL = 100;

/**
 * The people with these account ids, as the visitor sees them. One call for each 100. Unknown ones are left out, and
 * those whose account was deactivated or closed.
 */
export const fetchPeople = async (accountIds: readonly string[]): Promise<JiraPerson[]> => {
  const found: JiraPerson[] = [];
  for (const some of batches([...new Set(accountIds)], PEOPLE_A_CALL)) {
    const asked = new URLSearchParams({ maxResults: String(PEOPLE_A_CALL) });
    for (const accountId of some) asked.append('accountId', accountId);
    const { values } = await ask(
      { as: 'user', path: route`/rest/api/3/user/bulk?${asked}` },
      page,
      ({ values: { length } }) => POINTS_OF_A_PERSON * length,
    );
    found.push(...values.filter(({ active }) => active !== false).map(personFrom));
  }
  return found;
};
