import type { Failure, Operations } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import card from '../../../shared/card.module.css';
import { SaveCsv } from '../../../shared/csv/SaveCsv';
import { useFormat } from '../../../shared/host';
import { FAILURE_MEANING, FAILURES_CSV, isJob, whatFailed } from './failureWords';
import styles from './operations.module.css';

/** What failed in the last two weeks, what that means, and what to do. */
export const FailuresCard = ({ operations: { failures } }: { operations: Operations }) => (
  <Card title="What failed" about="In the last two weeks, newest first" className={styles.wide}>
    {failures.length === 0 ? (
      <p className={card.nothing}>Nothing failed.</p>
    ) : (
      <>
        <ul className={styles.failures}>
          {failures.map((failure) => (
            <FailureItem key={`${failure.what} ${failure.code}`} failure={failure} />
          ))}
        </ul>
        <div>
          <SaveCsv name="failures" columns={FAILURES_CSV} rows={failures} />
        </div>
      </>
    )}
  </Card>
);

function FailureItem({ failure }: { failure: Failure }) {
  const format = useFormat();
  const { code, detail, reference, firstAt, lastAt, times } = failure;
  const { meaning, advice } = FAILURE_MEANING[code];
  return (
    <li>
      <h3 className={styles.name}>{whatFailed(failure)}</h3>
      <p>
        {meaning} {isJob(failure) ? 'The app tries again by itself.' : 'The person at the page was told.'} {advice}
      </p>
      <p className="small">
        {times === 1
          ? `Once, at ${format.time(lastAt)}.`
          : `${format.number(times)} times since ${format.time(firstAt)}, last at ${format.time(lastAt)}.`}{' '}
        {detail !== null && (
          <>
            Code <code className={styles.code}>{detail}</code>.{' '}
          </>
        )}
        Reference <code className={styles.code}>{reference}</code>.
      </p>
    </li>
  );
}
