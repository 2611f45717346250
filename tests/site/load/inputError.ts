import { InputError } from '../../../src/strategy/file/inputError';

/**
 * Something in a person's file that cannot be used, in one line even where a cell has several.
 * @param at `row` counts as a spreadsheet does: the header is row 1, and a cell of several lines is one row
 * @param message what is wrong and what to do, without a full stop
 */
export const inputError = (at: { file: string; row?: number; column?: string }, message: string): InputError =>
  new InputError(at.file, at.row ?? null, at.column ?? null, message.replaceAll(/\s+/g, ' '));
