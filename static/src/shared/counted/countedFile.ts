import type { CsvColumn } from '../csv/columns';
import { ISSUE_CSV } from '../csv/issueCsv';
import { linkerOf } from '../linked/linked';
import { HOW } from '../linked/linkedWords';
import type { CountedRow } from './useCounted';

/** The columns of the file of a number's issues. `nameOf`: names a person by account id */
export const countedCsv = (nameOf: (accountId: string | null) => string): readonly CsvColumn<CountedRow>[] => [
  ...ISSUE_CSV,
  { head: 'size', value: ({ size }) => size },
  { head: 'size is assumed', value: ({ isAssumed }) => (isAssumed ? 'yes' : 'no') },
  {
    head: 'linked by',
    value: ({ linked }) => {
      const linker = linkerOf(linked);
      return linker && nameOf(linker.by);
    },
  },
  {
    head: 'linked how',
    value: ({ linked, isTagged }) => (linked !== null ? HOW[linked.how] || 'by hand' : isTagged ? null : 'inherited'),
  },
  { head: 'linked on', value: ({ linked }) => linkerOf(linked)?.at.slice(0, 10) ?? null },
];

/** JQL that finds these issues in Jira, whatever they serve: no JQL knows of inheritance. */
export const jqlOf = (rows: readonly CountedRow[]): string => `key in (${rows.map(({ key }) => key).join(', ')})`;
