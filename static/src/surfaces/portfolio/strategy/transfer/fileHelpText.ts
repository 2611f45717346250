import { type FileColumn, HEADLINE_WORDS, perspectiveWord } from '../../../../../../src/domain/strategy/fileColumns';
import { PERSPECTIVES, STATED_STATUSES } from '../../../../../../src/domain/strategy/objective';

type ColumnHelp = { columns: readonly FileColumn[]; text: string };

const anyOf = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words);

/** The columns of a strategy file, in its order. */
export const FILE_HELP: readonly ColumnHelp[] = [
  { columns: ['key'], text: 'Such as OBJ-1. Names the objective; what has a key that is known is changed.' },
  { columns: ['title'], text: 'What is to be achieved.' },
  { columns: ['parent'], text: 'The key of the objective that it contributes to; empty at the top.' },
  { columns: ['owner'], text: 'An Atlassian account id.' },
  { columns: ['weight'], text: 'Its planned share among its siblings, on any scale: 0 or more.' },
  { columns: ['status'], text: `${anyOf(STATED_STATUSES)}; active where empty.` },
  { columns: ['start', 'target'], text: 'Days, like 2026-01-31.' },
  {
    columns: ['link'],
    text: 'JQL: a standing rule that links what matches, for every project; the first row that matches wins. A further one stands on a row of its own, with the objective’s key and the link only.',
  },
  { columns: ['description'], text: 'What it means, and why.' },
  { columns: ['perspective'], text: `${anyOf(PERSPECTIVES.map(perspectiveWord))}; or empty.` },
  { columns: ['headline'], text: `What its progress is: ${anyOf(Object.values(HEADLINE_WORDS))}; work where empty.` },
  { columns: ['archived'], text: 'yes or no; no where empty.' },
  {
    columns: ['kr'],
    text: 'The title of a key result. A further one stands on a row of its own, with the objective’s key and the kr columns only.',
  },
  { columns: ['kr unit'], text: 'Such as %, M€ or days.' },
  { columns: ['kr kind'], text: 'reach or maintain; where empty, reach, or maintain if an end of a range is given.' },
  { columns: ['kr baseline', 'kr target'], text: 'For reach: from which value to which.' },
  { columns: ['kr low', 'kr high'], text: 'For maintain: the range in which the value is to stay.' },
  { columns: ['kr weight'], text: 'Its share among the objective’s key results, on any scale.' },
];
