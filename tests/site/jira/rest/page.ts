import { JiraError } from '../errors';

/** A page of a list with offsets, in Jira's form. */
export function pageOf<T>(all: readonly T[], self: string, query: (name: string) => string | undefined, usual: number) {
  const startAt = wholeNumber(query('startAt'), 'startAt', 0);
  const maxResults = Math.min(wholeNumber(query('maxResults'), 'maxResults', usual), 100);
  const next = startAt + maxResults;
  const isLast = next >= all.length;
  const from = new URL(self);
  from.searchParams.set('startAt', String(next));
  return {
    self,
    ...(isLast ? {} : { nextPage: from.toString() }),
    maxResults,
    startAt,
    total: all.length,
    isLast,
    values: all.slice(startAt, next),
  };
}

/** A number in a query. @throws JiraError 400 */
export function wholeNumber(text: string | undefined, name: string, usual: number): number {
  if (text === undefined) return usual;
  if (!/^\d+$/.test(text)) throw new JiraError(400, [`The parameter ${name} must be a whole number.`]);
  return Number(text);
}
