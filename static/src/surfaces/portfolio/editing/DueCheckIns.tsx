import { useQuery } from '@tanstack/react-query';
import type { DueCheckIn } from '../../../../../src/contract';
import { ask } from '../../../shared/ask';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { objectivePath } from '../ObjectiveLink';
import { RouteLink } from '../routing/RouteLink';
import { CHECK_IN } from './actions/checkInQuery';
import styles from './dueCheckIns.module.css';

function Due({ due }: { due: DueCheckIn }) {
  const format = useFormat();
  const { objective, last, overdue } = due;
  return (
    <li className={styles.due} data-overdue={overdue}>
      <span className={styles.objective}>
        <span className={styles.key}>{objective.key}</span> <bdi>{objective.title}</bdi>
      </span>
      <span className={styles.when}>
        {overdue ? `Overdue since ${format.day(due.due)}` : `Due ${format.day(due.due)}`}
        {last === null ? ', never checked in' : `, last on ${format.day(last)}`}
      </span>
      <RouteLink to={objectivePath(objective.key)} query={CHECK_IN}>
        Check in<span className={styles.hidden}> on {objective.key}</span>
      </RouteLink>
    </li>
  );
}

/** What the viewer owns and is to check in on, the most overdue first. Nothing where there is nothing. */
export function DueCheckIns() {
  const due = useQuery({ queryKey: ['dueCheckIns'], queryFn: () => ask('dueCheckIns', {}) });
  if (due.isError) return <ErrorState error={due.error} retry={() => void due.refetch()} />;
  if (!due.data || due.data.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="due-check-ins">
      <h3 id="due-check-ins" className={styles.title}>
        Your check-ins due
      </h3>
      <ul className={styles.list}>
        {due.data.map((one) => (
          <Due key={one.objective.key} due={one} />
        ))}
      </ul>
    </section>
  );
}
