import type { JiraData } from '../jiraData';
import { wholeNumber } from './page';
import { json, type Routes } from './route';

export function groupRoutes(api: Routes, site: JiraData): void {
  api.get('/groups/picker', (c) => {
    const query = c.req.query('query') ?? '';
    const maxResults = wholeNumber(c.req.query('maxResults'), 'maxResults', 20);
    const matches = search(query, c.req.query('caseInsensitive') === 'true');
    const found = site.directory.groups().filter(({ name }) => matches(name) >= 0);
    const groups = found.slice(0, maxResults).map(({ groupId, name }) => ({
      name,
      html: marked(name, matches(name), query.length),
      labels: [],
      groupId,
    }));
    return json({
      header: `Showing ${groups.length} of ${found.length} matching groups`,
      total: found.length,
      groups,
    });
  });
}

/** The position of the query in a name; −1: not in it. */
const search =
  (query: string, caseInsensitive: boolean) =>
  (name: string): number =>
    caseInsensitive ? name.toLowerCase().indexOf(query.toLowerCase()) : name.indexOf(query);

/** The name as HTML, with the matching part in bold. */
function marked(name: string, at: number, length: number): string {
  const text = (part: string) => part.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  if (length === 0) return text(name);
  return `${text(name.slice(0, at))}<b>${text(name.slice(at, at + length))}</b>${text(name.slice(at + length))}`;
}
