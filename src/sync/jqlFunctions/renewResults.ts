import { z } from 'zod';
import { JQL_FUNCTIONS } from '../../domain/jql/jqlFunctions';
import {
  type NewResult,
  type Precomputation,
  precomputationsFrom,
  storePrecomputations,
} from '../../jira/precomputations';
import { asApp } from '../../site/rateBudget';
import { answerFunction, type FunctionAnswer } from './answerFunction';
import { readStrategy } from './readStrategy';

const functionName = z.enum(JQL_FUNCTIONS);

/**
 * Answers again what people have asked of the app's JQL functions, because Jira keeps each answer until the app replaces
 * it. Jira forgets by itself what nobody used for a week. One call for each hundred, and one where some have changed.
 * @param until nothing further is answered after this instant (epoch milliseconds); the next hour begins anew
 */
export const renewResults = async (clock: () => number, until: number): Promise<void> => {
  const app = asApp('upkeep');
  const strategy = await readStrategy();
  // The same call may stand behind several fields' names, such as `issue` and `key`.
  const answers = new Map<string, FunctionAnswer>();
  const answerTo = async ({ functionName: name, operator, arguments: given }: Precomputation) => {
    const key = JSON.stringify([name, operator, given]);
    const known = answers.get(key);
    if (known) return known;
    const answer = await answerFunction({ name: functionName.parse(name), operator, arguments: given }, strategy);
    answers.set(key, answer);
    return answer;
  };
  for (let startAt = 0; clock() <= until;) {
    const { values, isLast } = await precomputationsFrom(app, startAt);
    const changed: NewResult[] = [];
    for (const kept of values) {
      if (clock() > until || !functionName.safeParse(kept.functionName).success) continue;
      const answer = await answerTo(kept);
      if ('jql' in answer && answer.jql !== kept.value) changed.push({ id: kept.id, value: answer.jql });
      if ('error' in answer && answer.error !== kept.error) changed.push({ id: kept.id, error: answer.error });
    }
    if (changed.length > 0) await storePrecomputations(app, changed);
    if (isLast || values.length === 0) return;
    startAt += values.length;
  }
};
