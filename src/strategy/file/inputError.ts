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
