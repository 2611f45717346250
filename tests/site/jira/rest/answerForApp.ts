import type { JiraSite } from '../jiraSite';
import type { Caller } from '../model';
import { objectsOf } from './objects';

/**
 * Answers a call of the app within Jira's rate limits. A read costs a point and one for each object, a write costs one.
 */
export const answerForApp = (site: JiraSite, request: Request, caller: Caller): Promise<Response> => {
  const writes = request.method !== 'GET' && request.url.includes('/app/field/');
  const cost = (response: Response): number => 1 + (response.ok && !writes ? objectsOf(response) : 0);
  return site.rates.within(request, () => site.fetch(request, caller), cost);
};
