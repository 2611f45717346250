import { FLAG } from './beans';
import type { Field } from './fields';
import type { Issue } from './model';

/** One line of an issue's history. */
export type ChangeItem = {
  field: string;
  fieldId: string;
  fieldtype: 'jira' | 'custom';
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
};

const list = (items: { id: string | number; name: string }[]) =>
  items.length === 0
    ? null
    : { id: items.map((item) => item.id).join(', '), text: items.map((item) => item.name).join(', ') };

const named = (item: { id: string; name: string } | null) => item && { id: item.id, text: item.name };

const person = (user: Issue['assignee']) => user && { id: user.accountId, text: user.displayName };

const text = (value: string | number | null) => (value === null ? null : { id: null, text: String(value) });

type Told = { id: string | null; text: string } | null;

/** How history writes each field. Fields that it leaves out (`updated`) are missing here. */
const tellers: Record<string, (issue: Issue) => Told> = {
  summary: (issue) => text(issue.summary),
  issuetype: (issue) => named(issue.type),
  project: (issue) => named(issue.project),
  status: (issue) => named(issue.status),
  resolution: (issue) => named(issue.resolution),
  assignee: (issue) => person(issue.assignee),
  reporter: (issue) => person(issue.reporter),
  parent: (issue) => issue.parent && { id: issue.parent.id, text: issue.parent.key },
  priority: (issue) => named(issue.priority),
  components: (issue) => list(issue.components),
  fixVersions: (issue) => list(issue.fixVersions),
  labels: (issue) => (issue.labels.length === 0 ? null : text(issue.labels.join(' '))),
  duedate: (issue) => text(issue.due),
  customfield_10020: (issue) => list(issue.sprints),
  customfield_10016: (issue) => text(issue.storyPointEstimate),
  customfield_10026: (issue) => text(issue.storyPoints),
  customfield_10021: (issue) => (issue.flagged ? { id: `[${FLAG.id}]`, text: FLAG.value } : null),
  customfield_10001: (issue) => named(issue.team),
};

const told = (field: Field, issue: Issue): Told => {
  if (!field.app) return tellers[field.id]?.(issue) ?? null;
  const value = issue.appValues[field.id] ?? null;
  return value === null ? null : { id: null, text: JSON.stringify(value) };
};

/** What differs between two states of an issue, as Jira's changelog writes it. */
export function changesBetween(before: Issue, after: Issue, fields: readonly Field[]): ChangeItem[] {
  const items = fields.flatMap((field): ChangeItem[] => {
    const [old, now] = [told(field, before), told(field, after)];
    if (old?.id === now?.id && old?.text === now?.text) return [];
    return [
      {
        field: field.schema.custom === undefined ? field.id : field.name,
        fieldId: field.id,
        fieldtype: field.schema.custom === undefined ? 'jira' : 'custom',
        from: old?.id ?? null,
        fromString: old?.text ?? null,
        to: now?.id ?? null,
        toString: now?.text ?? null,
      },
    ];
  });
  if (before.key !== after.key) {
    items.push({
      field: 'Key',
      fieldId: 'issuekey',
      fieldtype: 'jira',
      from: null,
      fromString: before.key,
      to: null,
      toString: after.key,
    });
  }
  return items;
}
