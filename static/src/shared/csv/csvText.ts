import { stringify } from 'csv-stringify/sync';

/** Rows as CSV that spreadsheets read: by the byte order mark they know that the text is UTF-8. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
