import { batches } from '../../../../src/domain/batches';
import { type Person, PEOPLE_AT_ONCE, readPeople } from '../jira/people';

type Waiting = {
  accountId: string;
  resolve: (person: Person | null) => void;
  reject: (error: unknown) => void;
};

let waiting: Waiting[] = [];

async function loadTogether(batch: Waiting[]): Promise<void> {
  const people = await readPeople([...new Set(batch.map(({ accountId }) => accountId))]);
  const byId = new Map(people.map((person) => [person.accountId, person]));
  for (const { accountId, resolve } of batch) resolve(byId.get(accountId) ?? null);
}

function loadWaiting(): void {
  const all = waiting;
  waiting = [];
  for (const batch of batches(all, PEOPLE_AT_ONCE)) {
    loadTogether(batch).catch((error: unknown) => {
      for (const { reject } of batch) reject(error);
    });
  }
}

/** The person behind an account id; `null`: Jira hides them. People asked for at once share calls of 100. */
export const loadPerson = (accountId: string): Promise<Person | null> =>
  new Promise((resolve, reject) => {
    if (waiting.push({ accountId, resolve, reject }) === 1) setTimeout(loadWaiting);
  });
