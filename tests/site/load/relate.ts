import type { ParentRef } from '../jira/model';
import type { ExportIssue } from './exportIssue';
import { inputError } from './inputError';

/** An export's issue with an id of its own on the local site, and its parent, which may not be in the export. */
export type RelatedIssue = Omit<ExportIssue, 'parent' | 'id'> & {
  id: string;
  parent: ParentRef | null;
  parentType: string | null;
};

/** The issues of all files, related to each other. `sites`: files whose ids collide are of several sites */
export type Related = { issues: RelatedIssue[]; sites: readonly [string, string] | null };

/**
 * Relates the rows of all files to each other. Ids that are missing, or that another file's issue has too because it is
 * from another site, are made up, above all existing ones. A parent's id means the issue of the same file; one of
 * another file only where all are of one site.
 * @throws InputError for an issue that two rows have
 */
export function relate(issues: readonly ExportIssue[]): Related {
  const byKey = uniqueKeys(issues);
  const { byId, inFile, sites } = statedIds(issues);
  let lastId = issues.reduce((last, { id, parent }) => Math.max(last, numeric(id), numeric(parent?.text)), 10000);
  const nextId = () => String((lastId += 1));
  const ids = new Map(
    issues.map((issue) => [issue, issue.id !== null && byId.get(issue.id) === issue ? issue.id : nextId()]),
  );
  const outside = new Map<string, ParentRef>();

  /** A parent that is not in the export: identified by what its children call it. */
  const outsider = (text: string, file: string): ParentRef => {
    const isId = numeric(text) > 0;
    const called = isId && sites ? JSON.stringify([file, text]) : text.toUpperCase();
    const known = outside.get(called);
    if (known) return known;
    const made = { id: isId && !byId.has(text) ? text : nextId(), key: isId ? `#${text}` : text };
    outside.set(called, made);
    return made;
  };

  const related = issues.map(({ parent, ...issue }): RelatedIssue => {
    const id = ids.get(byKey.get(issue.key.toUpperCase()) as ExportIssue) ?? '';
    if (parent === null) return { ...issue, id, parent: null, parentType: null };
    const { text, by } = parent;
    const sameId = by === 'key' ? undefined : (inFile(issue.at.file, text) ?? (sites ? undefined : byId.get(text)));
    const held = sameId ?? byKey.get(text.toUpperCase());
    // An issue that names itself has no parent.
    if (held?.key === issue.key) return { ...issue, id, parent: null, parentType: null };
    if (held) return { ...issue, id, parent: { id: ids.get(held) ?? '', key: held.key }, parentType: held.type };
    return { ...issue, id, parent: outsider(text, issue.at.file), parentType: null };
  });
  return { issues: related, sites };
}

const numeric = (id: string | null | undefined) => (id && /^\d+$/.test(id) ? Number(id) : 0);

function uniqueKeys(issues: readonly ExportIssue[]): ReadonlyMap<string, ExportIssue> {
  const found = new Map<string, ExportIssue>();
  for (const issue of issues) {
    const key = issue.key.toUpperCase();
    const first = found.get(key);
    if (first) throw repeated(issue, first);
    found.set(key, issue);
  }
  return found;
}

function repeated({ at, key, id }: ExportIssue, first: ExportIssue): Error {
  const place = `${first.at.file}, row ${first.at.row}`;
  if (at.file !== first.at.file && id !== null && first.id !== null && id !== first.id) {
    const message = `"${key}" is another issue (id ${id}) than in ${place} (id ${first.id}): the files are of two sites that share keys; report each site by itself`;
    return inputError({ ...at, column: 'Issue key' }, message);
  }
  return inputError({ ...at, column: 'Issue key' }, `"${key}" is already in ${place}; leave one of the two out`);
}

/**
 * The issues by the ids that the files state; of several the first.
 * @throws InputError for an id that two issues of one file have
 */
function statedIds(issues: readonly ExportIssue[]) {
  const byId = new Map<string, ExportIssue>();
  const byFile = new Map<string, Map<string, ExportIssue>>();
  let sites: [string, string] | null = null;
  for (const issue of issues) {
    const { id, at } = issue;
    if (id === null) continue;
    const own = byFile.get(at.file) ?? new Map<string, ExportIssue>();
    byFile.set(at.file, own);
    const first = own.get(id);
    if (first) {
      const message = `"${id}" is already in ${first.at.file}, row ${first.at.row}; leave one of the two out`;
      throw inputError({ ...at, column: 'Issue id' }, message);
    }
    own.set(id, issue);
    const other = byId.get(id);
    if (other) sites ??= [other.at.file, at.file];
    else byId.set(id, issue);
  }
  return { byId, inFile: (file: string, id: string) => byFile.get(file)?.get(id), sites };
}
