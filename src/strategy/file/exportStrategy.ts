import { stringify } from 'csv-stringify/sync';
import type { StrategyExport } from '../../contract';
import { guarded } from '../../domain/csvCell';
import { formatDay } from '../../domain/time/day';
import type { KeyResult } from '../../domain/strategy/keyResult';
import { isKeyOfIssue } from '../../domain/strategy/objectiveKey';
import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import {
  FILE_COLUMNS,
  HEADLINE_WORDS,
  type KeyResultColumn,
  type ObjectiveColumn,
  perspectiveWord,
} from '../../domain/strategy/fileColumns';
import { applyPendingEvents } from '../../store/strategy/applyEvents';
import { statedRows } from '../../store/strategy/statedStrategy';
import { allRules } from '../../store/tagging/rules';
import { ruleRows } from './ruleRows';

/**
 * All that is stated of the strategy as a CSV file that `importFile` reads back without loss, with drafts, archived objectives and standing
 * rules. `leftOut`: rules that a file cannot say
 */
export const exportStrategy = async (): Promise<StrategyExport> => {
  await applyPendingEvents();
  const [rows, rules] = [await statedRows(), await allRules()];
  const strategy = rows.filter(({ objective }) => !isKeyOfIssue(objective.key));
  const stated = ruleRows(
    rules,
    strategy.map(({ objective }) => objective.key),
  );
  return { csv: strategyFile(strategy, stated), leftOut: stated.leftOut };
};

type StatedRules = Pick<ReturnType<typeof ruleRows>, 'own' | 'further'>;
const NO_RULES: StatedRules = { own: new Map(), further: [] };

/**
 * The CSV file of a strategy. An objective's first key result is on its row, each further one on a row below; so are its rules
 * (`ruleRows`).
 */
export const strategyFile = (strategy: readonly ObjectiveState[], stated: StatedRules = NO_RULES): string => {
  const lines = [
    ...strategy.flatMap(({ objective, keyResults: [first, ...further] }) => [
      { ...objectiveCells(objective, stated.own.get(objective.key)), ...(first && keyResultCells(first)) },
      ...further.map((keyResult) => ({ key: objective.key, ...keyResultCells(keyResult) })),
    ]),
    ...stated.further.map(({ key, link }) => ({ key, link: guarded(link) })),
  ];
  // The byte order mark tells spreadsheets that the text is UTF-8.
  return stringify(lines, { bom: true, header: true, columns: [...FILE_COLUMNS] });
};

type Cells<Column extends string> = Record<Column, string>;

const cell = (value: number | null): string => (value === null ? '' : String(value));
const day = (value: number | null): string => (value === null ? '' : formatDay(value));

const objectiveCells = (objective: ObjectiveState['objective'], link = ''): Cells<ObjectiveColumn> => ({
  key: objective.key,
  title: guarded(objective.title),
  parent: objective.parent ?? '',
  owner: objective.owner ?? '',
  weight: cell(objective.weight),
  status: objective.status,
  start: day(objective.start),
  target: day(objective.target),
  link: guarded(link),
  description: guarded(objective.description ?? ''),
  perspective: objective.perspective === null ? '' : perspectiveWord(objective.perspective),
  headline: HEADLINE_WORDS[objective.headline],
  archived: objective.archived ? 'yes' : '',
});

const keyResultCells = ({ title, unit, goal, weight }: KeyResult): Cells<KeyResultColumn> => ({
  kr: guarded(title),
  'kr unit': guarded(unit),
  'kr kind': goal.kind,
  'kr baseline': goal.kind === 'reach' ? cell(goal.baseline) : '',
  'kr target': goal.kind === 'reach' ? cell(goal.target) : '',
  'kr low': goal.kind === 'maintain' ? cell(goal.low) : '',
  'kr high': goal.kind === 'maintain' ? cell(goal.high) : '',
  'kr weight': cell(weight),
});
