import { instantBean, userBean } from '../beans';
import { JiraError } from '../errors';
import type { Change } from '../history';
import type { JiraData } from '../jiraData';
import { withObjects } from './objects';
import { bodyOf, json, type Routes } from './route';

type Asked = { issueIdsOrKeys?: string[]; fieldIds?: string[]; maxResults?: number; nextPageToken?: string | null };

const [ISSUES, FIELDS, PAGE, LARGEST_PAGE] = [1000, 10, 1000, 10_000];

/** Of what was empty before or after, Atlassian's document knows no value. */
const withoutNulls = (item: object) => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));

/** What changed in issues, as their history has it: of several issues at once, and of some fields only. */
export function changelogRoutes(api: Routes, site: JiraData): void {
  api.post('/changelog/bulkfetch', async (c) => {
    const { caller } = c.env;
    const { issueIdsOrKeys: asked = [], fieldIds = [], maxResults = PAGE, nextPageToken } = await bodyOf<Asked>(c);
    if (asked.length === 0 || asked.length > ISSUES) throw new JiraError(400, [`Name 1 to ${ISSUES} issues.`]);
    if (fieldIds.length > FIELDS) throw new JiraError(400, [`Name at most ${FIELDS} fields.`]);
    if (maxResults < 1 || maxResults > LARGEST_PAGE)
      throw new JiraError(400, [`Ask for 1 to ${LARGEST_PAGE} changes.`]);
    const seen = new Set(
      asked.flatMap((one) => site.issues.find(one) ?? []).filter((issue) => site.access.maySee(caller, issue)),
    );
    const isAsked = ({ items }: Change) =>
      fieldIds.length === 0 || items.some(({ fieldId }) => fieldIds.includes(fieldId));
    const all = [...seen]
      .flatMap(({ id }) => site.history.of(id).filter(isAsked))
      .sort((a, b) => a.at - b.at || Number(a.issue) - Number(b.issue));
    const from = Number(nextPageToken ?? 0);
    const page = all.slice(from, from + maxResults);
    const view = site.viewOf(caller);
    const bean = ({ id, author, at, items }: Change) => ({
      id,
      author: userBean(author, view),
      created: instantBean(at, view),
      items: items.map(withoutNulls),
    });
    const issueChangeLogs = [...new Set(page.map(({ issue }) => issue))].map((issueId) => ({
      issueId,
      changeHistories: page.filter(({ issue }) => issue === issueId).map(bean),
    }));
    const isLast = from + maxResults >= all.length;
    return withObjects(
      json({ issueChangeLogs, ...(!isLast && { nextPageToken: String(from + maxResults) }) }),
      page.length,
    );
  });
}
