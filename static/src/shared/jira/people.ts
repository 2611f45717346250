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

/** Most people in one call. */
export const PEOPLE_AT_ONCE = 100;

/** Up to 100 people by account id. Those hidden from the viewer are missing. */
export async function readPeople(accountIds: readonly string[]): Promise<Person[]> {
  const asked = new URLSearchParams({ maxResults: String(PEOPLE_AT_ONCE) });
  for (const accountId of accountIds) asked.append('accountId', accountId);
  const { values } = await readJira<{ values: User[] }>(`/rest/api/3/user/bulk?${asked.toString()}`);
  return values.map(personFrom);
}

const MOST_FOUND = 20;
/** The account type of people. Apps and help desk customers own no objective. */
const PERSON_TYPE = 'atlassian';

/** Up to 20 active people whom Jira finds by name or address, as the viewer. */
export async function searchPeople(query: string): Promise<Person[]> {
  const asked = new URLSearchParams({ query, maxResults: String(MOST_FOUND) });
  const users = await readJira<User[]>(`/rest/api/3/user/search?${asked.toString()}`);
  return users
    .filter(({ accountType, active }) => active !== false && (accountType ?? PERSON_TYPE) === PERSON_TYPE)
    .map(personFrom);
}
