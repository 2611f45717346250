/** A row of an answer. Numbers may arrive as strings. */
export type Row = Record<string, string | number | null>;

/** A number of a row, which may have arrived as a text. */
export const numberIn = (value: Row[string] | undefined): number | null => (value == null ? null : Number(value));

/** A text of a row. */
export const textIn = (value: Row[string] | undefined): string | null => (value == null ? null : String(value));

/** How long texts of a row are together, in bytes. */
export const bytesOf = (...texts: (string | null)[]): number =>
  texts.reduce((bytes, text) => bytes + Buffer.byteLength(text ?? ''), 0);
