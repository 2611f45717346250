import type { ParentRef } from '../jira/model';
import type { ExportIssue } from './exportIssue';
import { inputError } from './inputError';

/** An export's issue with its id, which an export may lack, and its parent, which may not be in the export. */
export type RelatedIssue = ExportIssue & { id: string; parent: ParentRef | null; parentType: string | null };

/**
 * Relates the rows of all files to each other. Missing ids are made up, above all existing ones.
 * @throws InputError for a key or id that two rows have
 */
export function relate(issues: readonly ExportIssue[]): RelatedIssue[] {
  const byKey = unique(issues, 'Issue key', (issue) => issue.key.toUpperCase());
  const byStatedId = unique(issues, 'Issue id', (issue) => issue.id);
  let lastId = issues.reduce((last, { id, parentId }) => Math.max(last, numeric(id), numeric(parentId)), 10000);
  const nextId = () => String((lastId += 1));
  const ids = new Map(issues.map((issue) => [issue, issue.id ?? nextId()]));
  const outside = new Map<string, ParentRef>();

  /** A parent that is not in the export: identified by the name that its children use. */
  const outsider = (key: string | null, id: string | null): ParentRef => {
    const called = key?.toUpperCase() ?? id ?? '';
    const known = outside.get(called);
    if (known) return known;
    const made = { id: numeric(id) > 0 && id !== null ? id : nextId(), key: key ?? `#${id}` };
    outside.set(called, made);
    return made;
  };

  return issues.map((issue) => {
    const { parentKey, parentId } = issue;
    const held =
      (parentKey === null ? undefined : byKey.get(parentKey.toUpperCase())) ??
      (parentId === null ? undefined : (byStatedId.get(parentId) ?? byKey.get(parentId.toUpperCase())));
    const id = ids.get(issue) ?? '';
    if (held) return { ...issue, id, parent: { id: ids.get(held) ?? '', key: held.key }, parentType: held.type };
    const parent = parentKey === null && parentId === null ? null : outsider(parentKey, parentId);
    return { ...issue, id, parent, parentType: null };
  });
}

const numeric = (id: string | null) => (id !== null && /^\d+$/.test(id) ? Number(id) : 0);

function unique(issues: readonly ExportIssue[], column: string, read: (issue: ExportIssue) => string | null) {
  const found = new Map<string, ExportIssue>();
  for (const issue of issues) {
    const value = read(issue);
    if (value === null) continue;
    const first = found.get(value);
    if (first) {
      const message = `"${value}" is already in ${first.at.file}, row ${first.at.row}; leave one of the two out`;
      throw inputError({ ...issue.at, column }, message);
    }
    found.set(value, issue);
  }
  return found;
}
