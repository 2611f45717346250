import { Stack } from '@atlaskit/primitives/compiled';
import VisuallyHidden from '@atlaskit/visually-hidden';
import { useQuery } from '@tanstack/react-query';
import type { DueCheckIn } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { ErrorState } from '../../../shared/ErrorState';
import { useFormat } from '../../../shared/host';
import { asking } from '../../../shared/queries';
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
        <span className="subtle">{objective.key}</span> <bdi>{objective.title}</bdi>
      </span>
      <span className={styles.when}>
        {overdue ? `Overdue since ${format.day(due.due)}` : `Due ${format.day(due.due)}`}
        {last === null ? ', never checked in' : `, last on ${format.day(last)}`}
      </span>
      <RouteLink to={objectivePath(objective.key)} query={CHECK_IN}>
        Check in<VisuallyHidden> on {objective.key}</VisuallyHidden>
      </RouteLink>
    </li>
  );
}

/** The viewer's own objectives whose check-in is due, most overdue first. Nothing without any. */
export function DueCheckIns() {
  const due = useQuery(asking('dueCheckIns', {}));
  if (due.isError) return <ErrorState error={due.error} retry={() => void due.refetch()} />;
  if (!due.data || due.data.length === 0) return null;
  return (
    <Card title="Your check-ins due">
      <Stack as="ul" space="space.075">
        {due.data.map((one) => (
          <Due key={one.objective.key} due={one} />
        ))}
      </Stack>
    </Card>
  );
}
