import type { StatusCategoryKey } from '../jira/model';
import { inputError } from './inputError';
import { ENGLISH } from './languages/languages';
import { inList } from './lists';
import type { Reading } from './reading';
import type { Column, Row, Table } from './table/readTable';

/** How names of statuses are compared: without regard to case. */
export const sameStatus = (name: string): string => name.trim().toLowerCase();

/** `assumed`: neither the export nor the person says it */
export type Category = { category: StatusCategoryKey; categoryIsAssumed: boolean };

const known = (category: StatusCategoryKey): Category => ({ category, categoryIsAssumed: false });

const SAY_WHICH = 'say which of them are in progress or done, as in --statuses "Closed=done, In Progress=doing"';

/**
 * How a file's rows have their status category: by the column, else by what a person says of the status.
 * @throws InputError that names the statuses, if neither tells
 */
export function statusCategories(
  table: Table,
  columns: { status: Column; category: Column },
  { statuses }: Reading,
): (row: Row) => Category {
  const { file, language, rows, has } = table;
  if (!has(columns.category) && !statuses) {
    const message = `it has no column "Status Category", and these statuses: ${counted(rows, columns.status)}; ${SAY_WHICH}; the rest is to do`;
    throw inputError({ file }, message);
  }
  const words = { ...ENGLISH.categories, ...language.categories };
  return (row) => {
    const word = row.cell(columns.category);
    const meant = words[word.toLowerCase()];
    if (meant !== undefined) return known(meant);
    const status = sameStatus(row.cell(columns.status));
    const said = statuses?.get(status);
    if (said !== undefined) return known(said);
    if (word === '' && statuses) return { category: 'new', categoryIsAssumed: true };
    const at = { file, row: row.row, column: columns.category[0] };
    if (word === '') throw inputError(at, `it is empty; fill it in, leave the row out, or ${SAY_WHICH}`);
    throw inputError(
      at,
      `"${word}" is not To Do, In Progress, Done or No Category; export in English, or ${SAY_WHICH}`,
    );
  };
}

/** Statuses by how many issues have them: `Closed (12), Open (3)`. */
function counted(rows: readonly Row[], column: Column): string {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.cell(column), (counts.get(row.cell(column)) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${inList(name)} (${count})`)
    .join(', ');
}
