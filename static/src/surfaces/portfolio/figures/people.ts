import type { Person } from '../../../shared/jira/people';
import { UNKNOWN_PERSON } from '../../../shared/people/PersonName';

/** People by account id; `null`: hidden from the viewer. */
export type People = ReadonlyMap<string, Person | null>;

export const personName = (people: People, accountId: string): string =>
  people.get(accountId)?.displayName ?? UNKNOWN_PERSON;
