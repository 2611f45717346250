import { requestJira } from '@forge/bridge';
import { AppError } from '../ask';

/** Whether a status means "later". */
const isLater = (status: number): boolean => status === 429 || status >= 500;

/**
 * Reads from Jira as the viewer, who so sees nothing that Jira hides. With a body it is a POST. Whether Jira counts it against
 * the app's rate points is not documented.
 *
 * @throws AppError `busy` if Jira says "later", else `unreachable`
 */
export async function readJira<T>(path: string, body?: object): Promise<T> {
  const response = await requestJira(path, {
    headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  }).catch(() => {
    throw new AppError('unreachable', 'Jira could not be reached. Check your connection and try again.', null);
  });
  if (response.ok) return (await response.json()) as T;
  if (isLater(response.status)) throw new AppError('busy', 'Jira is busy. Please try again in a minute.', null);
  throw new AppError('unreachable', 'Jira did not answer as it should. Please reload the page.', null);
}
