import { categoryName } from '../../jira/beans';
import type { Issue, JiraSite } from '../../jira/jiraSite';
import { jqlFields } from '../../jira/jql/jqlFields';

/** What an export knows of the values of a field. */
export type FieldNames = {
  field: string;
  /** Jira refuses a name that it does not know, and so does the report; of the others the site may have more */
  refused: boolean;
  /** of the export, as first written */
  found: readonly string[];
  isKnown: (value: string) => boolean;
  /** ids, by which JQL may name things, are those of the local site: not the person's own */
  hasIds: boolean;
};

/** A field's names in an export, by any name of the field; `undefined`: a field of another kind */
export type ExportNames = {
  of: (field: string) => FieldNames | undefined;
  isField: (field: string) => boolean;
  /** the fields that JQL may name, for a person to choose from */
  fields: readonly string[];
};

type Kind = {
  read: (issue: Issue) => string[];
  refused?: boolean;
  hasIds?: boolean;
  also?: (jira: JiraSite) => string[];
};

const CATEGORIES = ['undefined', 'new', 'indeterminate', 'done'] as const;

const KINDS: Record<string, Kind> = {
  project: { refused: true, read: ({ project }) => [project.key, project.name] },
  issuetype: {
    refused: true,
    read: ({ type }) => [type.name],
    also: (jira) => jira.catalogue.issueTypes().map(({ name }) => name),
  },
  status: {
    refused: true,
    read: ({ status }) => [status.name],
    also: (jira) => jira.catalogue.statuses().map(({ name }) => name),
  },
  statusCategory: {
    refused: true,
    read: ({ status }) => [categoryName(status.category)],
    also: () => CATEGORIES.flatMap((key) => [key, categoryName(key)]),
  },
  resolution: { read: ({ resolution }) => (resolution ? [resolution.name] : []), also: () => ['Unresolved'] },
  priority: { read: ({ priority }) => [priority.name] },
  component: { read: ({ components }) => components.map(({ name }) => name) },
  fixVersion: { read: ({ fixVersions }) => fixVersions.map(({ name }) => name) },
  sprint: { read: ({ sprints }) => sprints.map(({ name }) => name) },
  labels: { hasIds: true, read: ({ labels }) => labels },
  assignee: { hasIds: true, read: ({ assignee }) => (assignee ? [assignee.displayName, assignee.accountId] : []) },
  reporter: { hasIds: true, read: ({ reporter }) => (reporter ? [reporter.displayName, reporter.accountId] : []) },
  parent: { hasIds: true, read: ({ parent }) => (parent ? [parent.key, parent.id] : []) },
  issuekey: { hasIds: true, read: ({ key, id }) => [key, id] },
  Team: { read: ({ team }) => (team ? [team.name] : []) },
};

const same = (text: string): string => text.trim().toLowerCase();

/** The names that a loaded export has, which JQL is checked against. */
export function exportNames(jira: JiraSite): ExportNames {
  const fields = jqlFields(jira.fields);
  const read = new Map<string, FieldNames>();
  const namesOf = (field: string, { read: readNames, also, refused = false, hasIds = false }: Kind): FieldNames => {
    const found = new Map<string, string>();
    for (const issue of jira.issues.all()) {
      for (const name of readNames(issue)) if (!found.has(same(name))) found.set(same(name), name);
    }
    const known = new Set([...found.keys(), ...(also?.(jira) ?? []).map(same)]);
    return { field, refused, hasIds, found: [...found.values()], isKnown: (value) => known.has(same(value)) };
  };
  return {
    isField: (name) => fields.has(same(name)),
    fields: [...new Set([...fields.values()].map(({ name }) => name))].sort(),
    of: (name) => {
      const field = fields.get(same(name))?.name ?? '';
      const kind = KINDS[field];
      if (!kind) return undefined;
      const names = read.get(field) ?? namesOf(field, kind);
      read.set(field, names);
      return names;
    },
  };
}
