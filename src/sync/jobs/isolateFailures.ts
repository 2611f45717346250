import { JiraError, mayBeOfOne } from '../../jira/jiraError';
import { mysqlErrno } from '../../store/sql/mysqlErrno';

/** Most attempts; the rest is left for the next time. Enough to find two of a hundred. */
const MOST_TRIES = 30;
/** If nothing has succeeded and so many fail alone, it is to be made sure that the fault is not a common one. */
const FAIL_ALONE = 4;

/** `refused`: those that fail while others do not, with the error. `left`: those that were not reached */
export type Isolated<One> = { refused: { one: One; error: unknown }[]; left: One[] };

/**
 * Does work on many together. If that fails and one of them may be the cause, it works on halves until those are found
 * that fail alone.
 *
 * Where everything fails, the fault is a common one, and none of them is refused. So before any is, something must
 * succeed: a part, else one at random of those that were not tried alone, else another thing. At random, so that the next
 * attempt asks for another one.
 * @param another does the same work on a thing that is none of these. Throws as `work` does; `false`: there is none
 * @throws the error if nothing succeeds at all, or if no single one can have caused it
 */
export const isolateFailures = async <One>(
  all: readonly One[],
  work: (some: readonly One[]) => Promise<void>,
  another: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<Isolated<One>> => {
  const refused: Isolated<One>['refused'] = [];
  const left: One[] = [];
  const triedAlone = new Set<One>();
  let [tries, isThrough] = [0, false];
  /** The error with which an attempt failed; `null`: it succeeded, or there was nothing to try. */
  const attempt = async (doIt: () => Promise<boolean>): Promise<{ error: unknown } | null> => {
    tries += 1;
    try {
      if (await doIt()) isThrough = true;
      return null;
    } catch (error) {
      if (!isOfOne(error)) throw error;
      return { error };
    }
  };
  const workOn = (some: readonly One[]) => attempt(() => work(some).then(() => true));
  const alone = async (one: One): Promise<void> => {
    triedAlone.add(one);
    const failure = await workOn([one]);
    if (failure !== null) refused.push({ one, error: failure.error });
  };
  const makeSure = async (): Promise<void> => {
    const untried = atRandom(all.filter((one) => !triedAlone.has(one)));
    if (untried !== undefined) await alone(untried);
    if (!isThrough) await attempt(another);
    if (!isThrough) throw refused[0]?.error;
  };
  const part = async (given: readonly One[]): Promise<void> => {
    const some = given.filter((one) => !triedAlone.has(one));
    const [one] = some;
    if (one === undefined) return;
    if (tries >= MOST_TRIES) {
      left.push(...some);
      return;
    }
    if (some.length === 1) {
      await alone(one);
      if (!isThrough && refused.length === FAIL_ALONE) await makeSure();
      return;
    }
    if ((await workOn(some)) === null) return;
    const half = Math.ceil(some.length / 2);
    await part(some.slice(0, half));
    await part(some.slice(half));
  };
  await part(all);
  if (!isThrough && refused.length > 0) await makeSure();
  return { refused, left };
};

/** One of several, each as likely; `undefined` of none. */
export const atRandom = <One>(several: readonly One[]): One | undefined =>
  several[Math.floor(Math.random() * several.length)];

/** Whether one of many may have caused this error: Jira could not answer for it, or the database refused the values. */
const isOfOne = (error: unknown): boolean =>
  error instanceof JiraError ? mayBeOfOne(error) : mysqlErrno(error) !== null;
