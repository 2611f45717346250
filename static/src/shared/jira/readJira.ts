import { requestJira } from '@forge/bridge';
import { CallError } from '../callApp';

/** Whether an HTTP status means "try again later". */
const isLater = (status: number): boolean => status === 429 || status >= 500;

/**
 * Reads from Jira as the viewer, who sees nothing that Jira hides from them. With a body it is a POST. Jira does not
 * document whether this costs the app rate points.
 *
 * @throws CallError `busy` if Jira is to be asked later, `invalid` with Jira's words if it does not understand the
 *   question, else `unreachable`
 */
export async function readJira<T>(path: string, body?: object): Promise<T> {
  const response = await requestJira(path, {
    headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  }).catch(() => {
    throw new CallError('unreachable', 'Jira could not be reached. Check your connection and try again.', null);
  });
  if (response.ok) return (await response.json()) as T;
  if (response.status === 400) throw new CallError('invalid', await reasonOf(response), null);
  if (isLater(response.status)) throw new CallError('busy', 'Jira is busy. Please try again in a minute.', null);
  throw new CallError('unreachable', 'Jira did not answer as it should. Please reload the page.', null);
}

/** What Jira says is wrong with the question. */
async function reasonOf(response: { json(): Promise<unknown> }): Promise<string> {
  const body = (await response.json().catch(() => null)) as { errorMessages?: string[] } | null;
  return body?.errorMessages?.join(' ') || 'Jira did not understand this.';
}
