import type { Contract } from '../../../src/contract';
import { CallError, callApp, type Data, type Payload } from './callApp';
import { asJiraNames, asTheAppNames, namesNewIssue } from './jira/objectiveIssues';
import { inWords } from './jira/seenObjectives';

export { CallError, type Data, type Payload } from './callApp';

/**
 * Calls the app's back end. Objectives that are issues have a key of the app there, and no title: the page shows what
 * Jira shows the viewer of the issue.
 *
 * @throws CallError with the app's error, or with code `unreachable` if the call did not reach the app
 */
export const ask = async <K extends keyof Contract>(call: K, payload: Payload<K>): Promise<Data<K>> => {
  const send = async () => asJiraNames(await callApp(call, asTheAppNames(payload)));
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (error.code === 'notFound' && (await namesNewIssue(payload))) return send();
    throw new CallError(error.code, inWords(error.message), error.reference, error.field);
  }
};
