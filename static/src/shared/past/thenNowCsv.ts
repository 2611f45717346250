import type { CsvColumn } from '../csv/columns';
import type { ThenNow } from './thenNow';

/** The columns of a file of figures on a day and now, written as on the page. `head`: what the rows are */
export const thenNowCsv = (head: string, heads: { then: string; now: string }): CsvColumn<ThenNow>[] => [
  { head, value: ({ name }) => name },
  { head: heads.then, value: ({ then }) => then },
  { head: heads.now, value: ({ now }) => now },
  { head: 'Change', value: ({ change }) => change },
];
