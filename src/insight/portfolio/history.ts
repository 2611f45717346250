import type { HistoryEntry } from '../../contract';
import type { Cascade } from '../../domain/strategy/cascade';
import { publicPartOf } from '../../domain/strategy/drafts';
import { historyOf } from '../../domain/strategy/history';
import type { StrategyEvent } from '../../domain/strategy/strategyEvent';
import { refOf } from '../figures';
import { type Asking, isShown, seesDraftsOf } from './visibleObjective';

/**
 * Changes for a page, newest first. Who may not see an objective's drafts is told that it became one or stopped being
 * one, and nothing else of them; of an objective that is a draft now nothing but that, under its key.
 */
export const shownHistory = (events: readonly StrategyEvent[], cascade: Cascade, viewer: Asking): HistoryEntry[] => {
  const today = new Map(cascade.objectives.map((objective) => [objective.key, objective]));
  const sees = (key: string, rule: typeof isShown): boolean => {
    const objective = today.get(key);
    return objective !== undefined && rule(objective, viewer);
  };
  const told = events.filter((event) => sees(event.objective, isShown) || publicPartOf(event) === 'status');
  return historyOf(told, (key) => sees(key, seesDraftsOf)).flatMap(({ objective: key, at, ...change }) => {
    const objective = today.get(key);
    if (objective === undefined) return [];
    const { title, status } = objective;
    const ref = isShown(objective, viewer) ? { key, title, status } : refOf(objective);
    return [{ ...change, objective: ref, at: new Date(at).toISOString() }];
  });
};
