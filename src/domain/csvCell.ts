/**
 * The beginning of a cell that spreadsheets run as a formula, and of one that is guarded against that by quotation
 * marks.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;

/** A text as a cell that no spreadsheet runs: `=1+1` becomes `'=1+1`. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text of a guarded cell: the inverse of `guarded`. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
