import { readJira } from './readJira';

/** A person as Jira shows them to the viewer. */
export type Person = { accountId: string; displayName: string; avatarUrl: string | null };

export type User = {
  accountId: string;
  accountType?: string;
  active?: boolean;
  displayName?: string | null;
  avatarUrls?: Record<string, string> | null;
};

const AVATAR_SIZE = '24x24';

export const personFrom = ({ accountId, displayName, avatarUrls }: User): Person => ({
  accountId,
  displayName: displayName ?? '',
  avatarUrl: avatarUrls?.[AVATAR_SIZE] ?? null,
});

/** As many people as one call names. */
export const PEOPLE_AT_ONCE = 100;

/** The people with these account ids, at most a hundred; those that Jira does not show are left out. */
export async function readPeople(accountIds: readonly string[]): Promise<Person[]> {
  const asked = new URLSearchParams({ maxResults: String(PEOPLE_AT_ONCE) });
  for (const accountId of accountIds) asked.append('accountId', accountId);
  const { values } = await readJira<{ values: User[] }>(`/rest/api/3/user/bulk?${asked.toString()}`);
  return values.map(personFrom);
}

const MOST_FOUND = 20;
/** Apps and customers of a help desk own no objective. */
const PERSON_TYPE = 'atlassian';

/** People whose name or address holds a text, as the viewer may find them, at most 20. */
export async function searchPeople(query: string): Promise<Person[]> {
  const asked = new URLSearchParams({ query, maxResults: String(MOST_FOUND) });
  const users = await readJira<User[]>(`/rest/api/3/user/search?${asked.toString()}`);
  return users
    .filter(({ accountType, active }) => active !== false && (accountType ?? PERSON_TYPE) === PERSON_TYPE)
    .map(personFrom);
}
