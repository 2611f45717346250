import type { Finding, Portfolio } from '../../../../../src/contract';
import { type CsvColumn, ratioCell } from '../../../shared/csv/columns';
import type { Format } from '../../../shared/format';
import { refOf } from '../explain/names';
import { FINDING_NAME, objectiveOf, sentenceOf } from './describe';

/** The columns of the file of findings. `holds back`: the share of the plan, 0…1 */
export const findingsCsv = (portfolio: Portfolio, format: Format): CsvColumn<Finding>[] => [
  { head: 'finding', value: ({ evidence }) => FINDING_NAME[evidence.kind] },
  { head: 'objective', value: ({ evidence }) => objectiveOf(evidence) },
  {
    head: 'title',
    value: ({ evidence }) => {
      const key = objectiveOf(evidence);
      return key === null ? null : refOf(portfolio, key).title;
    },
  },
  { head: 'holds back', value: ({ harm }) => ratioCell(harm) },
  { head: 'what was found', value: (finding) => sentenceOf(finding, portfolio, format) },
];
