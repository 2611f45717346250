/** Something in a file that a person gave is wrong: where, what, and what to do. Rows count from 1, the header row. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(
    readonly file: string,
    readonly row: number | null,
    readonly column: string | null,
    what: string,
  ) {
    super(
      `${[file, row === null ? null : `row ${row}`].filter(Boolean).join(', ')}${column === null ? '' : `, column "${column}"`}: ${what}.`,
    );
  }
}

/**
 * An error in a person's file, in one line even if a cell has several.
 * @param at `row` counts as in a spreadsheet: the header is row 1, and a cell of several lines is one row
 * @param message what is wrong and what to do, without a full stop
 */
export const inputError = (at: { file: string; row?: number; column?: string }, message: string): InputError =>
  new InputError(at.file, at.row ?? null, at.column ?? null, message.replaceAll(/\s+/g, ' '));
