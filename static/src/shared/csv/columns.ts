/** A column of a file: its head, and its value for a row; `null`: empty, never 0. */
export type CsvColumn<R> = { head: string; value: (row: R) => string | number | null };

/** A ratio 0…1 to four decimals. */
export const ratioCell = (ratio: number | null): number | null => (ratio === null ? null : Number(ratio.toFixed(4)));
