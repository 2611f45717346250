import { JiraError } from '../errors';
import type { Field } from '../fields';
import type { JiraData } from '../jiraData';
import type { Caller } from '../model';
import { bodyOf, type Routes } from './route';

type Update = { issueIds: number[]; value: unknown };

/** The app's writes to its own fields. People write them through the issue. */
export function appFieldRoutes(api: Routes, site: JiraData): void {
  const fieldOf = (idOrKey: string): Field => {
    const field = site.fields.find((one) => one.app && (one.id === idOrKey || one.schema.custom === idOrKey));
    if (!field) throw new JiraError(404, [`The app has no field '${idOrKey}'.`]);
    return field;
  };

  /** All or nothing: every issue is looked up before the first is written. */
  const write = (
    caller: Caller,
    updates: (Update & { field: Field })[],
    query: (name: string) => string | undefined,
  ) => {
    if (caller.kind !== 'app') throw new JiraError(403, ['Only the app that owns the field may write its values.']);
    const issues = updates.flatMap(({ field, issueIds, value }) =>
      issueIds.map((id) => {
        const issue = site.issues.find(String(id));
        if (!issue || !site.access.maySee(caller, issue)) throw new JiraError(400, [`The issue ${id} does not exist.`]);
        if (issue.archived) throw new JiraError(400, [`The issue ${id} is archived: it can only be read.`]);
        return { issue, moduleKey: field.app?.moduleKey ?? '', value };
      }),
    );
    const tell = {
      changelog: query('generateChangelog') !== 'false',
      events: query('generateAppEvents') !== 'false',
    };
    for (const { issue, moduleKey, value } of issues) site.writeAppValue(issue.id, moduleKey, value, tell);
  };

  api.post('/app/field/value', async (c) => {
    const { updates = [] } = await bodyOf<{ updates?: (Update & { customField: string })[] }>(c);
    const named = updates.map((update) => ({ ...update, field: fieldOf(update.customField) }));
    write(c.env.caller, named, (name) => c.req.query(name));
    return c.body(null, 204);
  });

  api.put('/app/field/:idOrKey/value', async (c) => {
    const field = fieldOf(c.req.param('idOrKey'));
    const { updates = [] } = await bodyOf<{ updates?: Update[] }>(c);
    const named = updates.map((update) => ({ ...update, field }));
    write(c.env.caller, named, (name) => c.req.query(name));
    return c.body(null, 204);
  });
}
