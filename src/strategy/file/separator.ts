/** How CSV files part their columns: commas, or what Excel writes where the comma is for decimals; tabs. */
const SEPARATORS = [',', ';', '\t'] as const;

/** The separator that a CSV file's first line has most of, outside quotes; a comma if it has none. */
export const separatorOf = (text: string): string => {
  const header = (/^[^\r\n]*/.exec(text.replace(/^\uFEFF?[\r\n]*/, ''))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string): number => header.split(separator).length;
  return SEPARATORS.reduce((most, one) => (count(one) > count(most) ? one : most));
};
