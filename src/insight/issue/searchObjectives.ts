import type { ObjectiveOption } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { isKeyOfIssue } from '../../domain/strategy/objectiveKey';
import { statedObjectives } from '../../store/strategy/statedStrategy';
import { refOf } from '../figures';

const MOST_OPTIONS = 50;

/** The active objectives whose key or title contains every word of the query. */
export const searchObjectives = async (query: string): Promise<ObjectiveOption[]> => {
  const cascade = new Cascade(await statedObjectives());
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    cascade.objectives
      // What serves an issue is said in Jira.
      .filter(({ key, status }) => status === 'active' && !isKeyOfIssue(key))
      .filter(({ key, title }) => words.every((word) => `${key} ${title}`.toLowerCase().includes(word)))
      .slice(0, MOST_OPTIONS)
      .map((objective) => ({ ...refOf(objective), above: cascade.chain(objective.key).slice(1).map(refOf) }))
  );
};
