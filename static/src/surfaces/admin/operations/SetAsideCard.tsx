import type { Operations } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { useFormat } from '../../../shared/host';
import { FAILURE_MEANING } from './failureWords';
import { SET_ASIDE_NOUN } from './state';
import styles from './operations.module.css';

const WHAT_THEN = {
  issue: 'Their last change is not in the figures. They are read again every day, and as soon as one changes.',
  project: 'Their figures stay as they were. They are counted again every day.',
  search:
    'The app fails to search them in Jira. It follows the changes that Jira tells it of; others are missed, and what was not read yet has no figures. Every day they are tried again, and read anew once Jira answers.',
};

/** What the app cannot read or count: how much, why, and what follows. */
export const SetAsideCard = ({ operations: { setAside } }: { operations: Operations }) => {
  const format = useFormat();
  return (
    <Card title="Set aside" about="What cannot be read or counted holds up nothing else" className={styles.wide}>
      <ul className={styles.failures}>
        {setAside.map(({ what, code, count }) => (
          <li key={`${what} ${code}`}>
            <h3 className={styles.name}>{format.count(count, SET_ASIDE_NOUN[what])}</h3>
            <p>
              {FAILURE_MEANING[code].meaning} {WHAT_THEN[what]} {FAILURE_MEANING[code].advice}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
};
