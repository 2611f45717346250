import { withObjectiveIssues } from '../../../src/domain/reference/objectiveIssues';
import { rewind } from '../../../src/domain/reference/rewind';
import { isKeyOfIssue } from '../../../src/domain/strategy/objectiveKey';
import type { KeyResult } from '../../../src/domain/strategy/keyResult';
import type { ObjectiveOutline } from '../../../src/domain/strategy/objective';
import { statedStrategy } from '../../../src/store/strategy/statedStrategy';
import type { ObjectiveIssues } from '../load/objectiveIssues';
import { allWorkItems, type KeyedItem } from './allWorkItems';

/** What a report counts: a strategy, and work items as of a day. */
export type ReadForReport = {
  /** those of the strategy file, then those that are issues, by key */
  objectives: ObjectiveOutline[];
  keyResults: KeyResult[];
  /** issues as of the day, those that are objectives included */
  items: KeyedItem[];
  /** issues created later */
  later: number;
  /** work items with links to several objectives, which serve the first of them by key */
  choices: number;
};

/** The strategy and the work items that the app has read, with the objectives that are issues as the export tells them. */
export const readForReport = async ({ texts, linked }: ObjectiveIssues, asOf: number): Promise<ReadForReport> => {
  const { objectives: all, keyResults } = await statedStrategy();
  const objectives = all.filter(({ key }) => !isKeyOfIssue(key));
  const isObjective = ({ id }: KeyedItem): boolean => texts.has(id);
  const issues = (await allWorkItems()).map((item) => ({ ...item, linked: linked.get(item.id) ?? [] }));
  const read = withObjectiveIssues(rewind(issues, asOf), isObjective);
  const ofIssues = read.objectives.flatMap(({ id, ...objective }) => {
    const text = texts.get(id);
    return text ? [{ ...UNSTATED, ...objective, ...text }] : [];
  });
  return {
    objectives: [...objectives, ...ofIssues],
    keyResults,
    items: read.items,
    later: issues.length - read.items.length,
    choices: read.choices,
  };
};

/** What no issue says of an objective. */
const UNSTATED: Pick<ObjectiveOutline, 'weight' | 'perspective' | 'headline' | 'archived'> = {
  weight: null,
  perspective: null,
  headline: 'work',
  archived: false,
};
