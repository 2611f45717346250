import Avatar from '@atlaskit/avatar';
import type { Person } from '../jira/people';
import { usePerson } from './usePeople';
import styles from './people.module.css';

/** Shown for a person whom Jira hides from the viewer. */
export const UNKNOWN_PERSON = 'Unknown person';

/** Shown for an author whose data was erased. Jira calls them the same. */
export const FORMER_USER = 'Former user';

/** A person with their picture, on one line. */
export const PersonTag = ({ person }: { person: Person }) => (
  <span className={styles.person}>
    <Avatar size="xsmall" src={person.avatarUrl ?? undefined} borderColor="transparent" />
    <span className={styles.name} dir="auto" title={person.displayName}>
      {person.displayName}
    </span>
  </span>
);

type Props = {
  accountId: string | null;
  /** shown for `null` */
  none?: string;
};

/** The person behind an account id, read from Jira. */
export function PersonName({ accountId, none = 'Nobody' }: Props) {
  const person = usePerson(accountId);
  if (accountId === null) return <span className={styles.none}>{none}</span>;
  if (person.data) return <PersonTag person={person.data} />;
  if (person.isPending) return <span className={styles.loading} />;
  return (
    <span className={styles.person}>
      <Avatar size="xsmall" borderColor="transparent" />
      <span className={styles.none} title={person.error?.message}>
        {person.isError ? 'Name could not be read' : UNKNOWN_PERSON}
      </span>
    </span>
  );
}
