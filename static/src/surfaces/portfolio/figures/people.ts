import type { Person } from '../../../shared/jira/people';
import { UNKNOWN_PERSON } from '../../../shared/people/PersonName';

/** People by account id; `null`: whose data was erased. */
export type People = ReadonlyMap<string, Person | null>;

/** What stands for an author whose data was erased. */
export const ERASED_PERSON = 'Somebody whose data was erased';

export const personName = (people: People, accountId: string): string =>
  people.get(accountId)?.displayName ?? UNKNOWN_PERSON;
