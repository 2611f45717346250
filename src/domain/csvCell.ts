/** What a spreadsheet would take for a formula, and so run, when a cell begins with it; with the quotation marks that guard it. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r＝＋－＠]/;

/** A text as a cell that no spreadsheet runs: with a quotation mark before it, where it could be a formula. */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text of such a cell. */
export const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);
