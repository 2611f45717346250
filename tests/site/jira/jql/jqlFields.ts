import { parsedValue } from '../appValues';
import { categoryName, FLAG } from '../beans';
import type { Field } from '../fields';
import type { AppField, Issue, ParentRef } from '../model';
import { instantOf } from '../time';

/**
 * How a query reads a field of an issue.
 * - `names`: the names of its values, in lower case; none if it is empty
 * - `text`: searched by words
 * - `instant`, `number`: compared
 * - `key`: the issue itself
 */
export type JqlField = { name: string } & (
  | { kind: 'names'; read: (issue: Issue) => string[]; text?: true }
  | { kind: 'text'; read: (issue: Issue) => string }
  | { kind: 'instant'; read: (issue: Issue, timeZone: string) => number | null }
  | { kind: 'number'; read: (issue: Issue) => number | null }
  | { kind: 'key' }
  /** the app's value: searched by its words, or compared with a parsed text; its properties are fields of their own */
  | { kind: 'object'; read: (issue: Issue) => unknown; parse: (text: string) => unknown }
);

type Called = { id: string | number; name: string } | null;

const words = (...things: Called[]): string[] =>
  things.flatMap((thing) => (thing === null ? [] : [thing.name.toLowerCase(), String(thing.id).toLowerCase()]));

const person = (user: Issue['assignee']) => words(user && { id: user.accountId, name: user.displayName });

const parent = (ref: ParentRef | null) => words(ref && { id: ref.id, name: ref.key });

const dueInstant = (due: string | null, timeZone: string) =>
  due === null ? null : instantOf(Date.parse(due), timeZone);

const known: [string[], JqlField][] = [
  [['key', 'issuekey', 'issue', 'id'], { name: 'issuekey', kind: 'key' }],
  [
    ['project'],
    { name: 'project', kind: 'names', read: ({ project }) => [...words(project), project.key.toLowerCase()] },
  ],
  [['issuetype', 'type'], { name: 'issuetype', kind: 'names', read: (issue) => words(issue.type) }],
  [['status'], { name: 'status', kind: 'names', read: (issue) => words(issue.status) }],
  [
    ['statuscategory'],
    {
      name: 'statusCategory',
      kind: 'names',
      read: ({ status }) => words({ id: status.category, name: categoryName(status.category) }),
    },
  ],
  [['resolution'], { name: 'resolution', kind: 'names', read: (issue) => words(issue.resolution) }],
  [['assignee'], { name: 'assignee', kind: 'names', read: (issue) => person(issue.assignee) }],
  [['reporter'], { name: 'reporter', kind: 'names', read: (issue) => person(issue.reporter) }],
  [['parent'], { name: 'parent', kind: 'names', read: (issue) => parent(issue.parent) }],
  [['priority'], { name: 'priority', kind: 'names', read: (issue) => words(issue.priority) }],
  [['component'], { name: 'component', kind: 'names', read: (issue) => words(...issue.components) }],
  [['fixversion'], { name: 'fixVersion', kind: 'names', read: (issue) => words(...issue.fixVersions) }],
  [['sprint'], { name: 'sprint', kind: 'names', read: (issue) => words(...issue.sprints) }],
  [['labels'], { name: 'labels', kind: 'names', read: (issue) => issue.labels.map((label) => label.toLowerCase()) }],
  [['summary', 'text'], { name: 'summary', kind: 'text', read: (issue) => issue.summary }],
  [['created', 'createddate'], { name: 'created', kind: 'instant', read: (issue) => issue.created }],
  [['updated', 'updateddate'], { name: 'updated', kind: 'instant', read: (issue) => issue.updated }],
  [['resolved', 'resolutiondate'], { name: 'resolved', kind: 'instant', read: (issue) => issue.resolved }],
  [
    ['statuscategorychangeddate'],
    { name: 'statusCategoryChangedDate', kind: 'instant', read: (issue) => issue.statusCategoryChanged },
  ],
  [['due', 'duedate'], { name: 'due', kind: 'instant', read: (issue, timeZone) => dueInstant(issue.due, timeZone) }],
  [['story points', 'cf[10026]'], { name: 'Story Points', kind: 'number', read: (issue) => issue.storyPoints }],
  [
    ['story point estimate', 'cf[10016]'],
    { name: 'Story point estimate', kind: 'number', read: (issue) => issue.storyPointEstimate },
  ],
  [
    ['flagged', 'cf[10021]'],
    {
      name: 'Flagged',
      kind: 'names',
      read: ({ flagged }) => words(flagged ? { id: FLAG.id, name: FLAG.value } : null),
    },
  ],
  [['team', 'cf[10001]'], { name: 'Team', kind: 'names', read: ({ team }) => words(team) }],
  [['cf[10020]'], { name: 'sprint', kind: 'names', read: (issue) => words(...issue.sprints) }],
];

/** An app's object field, and each of its properties as `Field name.searchAlias`. */
function appFields(field: Field & { app: AppField }): [string[], JqlField][] {
  const properties = Object.entries(field.app?.properties ?? {}).map(
    ([property, { searchAlias }]): [string[], JqlField] => {
      const alias = searchAlias ?? property;
      const name = `${field.name}.${alias}`;
      const read = (issue: Issue): string[] => {
        const value = (issue.appValues[field.id] as Record<string, unknown> | undefined)?.[property];
        return typeof value === 'string' || typeof value === 'number' ? [String(value).toLowerCase()] : [];
      };
      return [
        field.clauseNames.map((clause) => `${clause}.${alias}`.toLowerCase()),
        { name, kind: 'names', read, text: true },
      ];
    },
  );
  const whole: JqlField = {
    name: field.name,
    kind: 'object',
    read: (issue) => issue.appValues[field.id] ?? null,
    parse: (text) => parsedValue(field, text),
  };
  return [[field.clauseNames.map((clause) => clause.toLowerCase()), whole], ...properties];
}

const named = new WeakMap<readonly Field[], ReadonlyMap<string, JqlField>>();

/** Every field that a query may name, by its names in lower case. Kept, because a site's fields never change. */
export function jqlFields(fields: readonly Field[]): ReadonlyMap<string, JqlField> {
  const kept = named.get(fields);
  if (kept) return kept;
  const all = [...known, ...fields.flatMap((field) => (field.app ? appFields({ ...field, app: field.app }) : []))];
  const byName = new Map(all.flatMap(([names, field]) => names.map((name) => [name, field] as const)));
  named.set(fields, byName);
  return byName;
}
