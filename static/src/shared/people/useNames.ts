import { FORMER_USER, UNKNOWN_PERSON } from './PersonName';
import { usePeople } from './usePeople';

/** Names people, for texts. Until they are read, and where Jira hides them, they are unknown. */
export function useNames(accountIds: readonly (string | null)[]): (accountId: string | null) => string {
  const people = usePeople(accountIds.filter((id) => id !== null));
  return (accountId) => (accountId === null ? FORMER_USER : (people.get(accountId)?.displayName ?? UNKNOWN_PERSON));
}
