import { JiraError } from '../../jira/jiraError';
import { mysqlErrno } from '../../store/sql/mysqlErrno';

/** Most attempts; the rest is left for the next time. Enough to find two of a hundred. */
const MOST_TRIES = 30;
/** If nothing has succeeded and so many fail alone, the fault is taken for a common one. */
const FAIL_ALONE = 4;
/** Jira's status for a fault of its own, which one issue can cause. 502 to 504 are faults on the way to Jira. */
const SERVER_ERROR = 500;

/** `refused`: those that fail while others do not, with the error. `isLeft`: some were not reached */
export type Isolated<One> = { refused: { one: One; error: unknown }[]; isLeft: boolean };

/**
 * Does work on many together. If that fails and one of them may be the cause, it works on halves until those are found
 * that fail alone.
 * @throws the error if nothing succeeds at all, or if no single one can have caused it
 */
export const isolateFailures = async <One>(
  all: readonly One[],
  work: (some: readonly One[]) => Promise<void>,
): Promise<Isolated<One>> => {
  const refused: Isolated<One>['refused'] = [];
  let [tries, isThrough, isLeft] = [0, false, false];
  const part = async (some: readonly One[]): Promise<void> => {
    if (tries >= MOST_TRIES) {
      isLeft = true;
      return;
    }
    tries += 1;
    try {
      await work(some);
      isThrough = true;
    } catch (error) {
      if (!mayBeOfOne(error)) throw error;
      const [one] = some;
      if (one !== undefined && some.length === 1) {
        refused.push({ one, error });
        if (!isThrough && refused.length === FAIL_ALONE) throw error;
        return;
      }
      const half = Math.ceil(some.length / 2);
      await part(some.slice(0, half));
      await part(some.slice(half));
    }
  };
  await part(all);
  if (!isThrough && refused[0]) throw refused[0].error;
  return { refused, isLeft };
};

/**
 * Whether one of many may have caused this error: Jira did not accept or could not answer the question, or the database
 * refused the values.
 */
const mayBeOfOne = (error: unknown): boolean =>
  error instanceof JiraError
    ? error.failure === 'malformed' || error.failure === 'invalid' || error.status === SERVER_ERROR
    : mysqlErrno(error) !== null;
