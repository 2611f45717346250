import { JiraError } from '../../jira/jiraError';
import { mysqlErrno } from '../../store/sql/mysqlErrno';

/** As often as work is tried before the rest is left for the next time: enough to find two of a hundred. */
const MOST_TRIES = 30;
/** Where nothing has come through so far, so many that fail alone are taken for a fault of all: it is not worth the rate points. */
const FAIL_ALONE = 4;
/** Jira's word for a fault of its own, which one issue can cause; 502 to 504 are faults on the way to it. */
const SERVER_ERROR = 500;

/** `refused`: what fails though others do not, with why. `isLeft`: it did not come to all. */
export type Isolated<One> = { refused: { one: One; error: unknown }[]; isLeft: boolean };

/**
 * Does work on many together and, where that fails for what may be the fault of one, on halves of them, until those are found that
 * fail alone. Throws where nothing comes through at all, which is then no fault of theirs, and what no single one can cause.
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

/** Jira did not take the question or could not answer it, or the database refused what was to be written. */
const mayBeOfOne = (error: unknown): boolean =>
  error instanceof JiraError
    ? error.failure === 'malformed' || error.failure === 'invalid' || error.status === SERVER_ERROR
    : mysqlErrno(error) !== null;
