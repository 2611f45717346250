import type { History, HistoryEntry } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { publicPartOf } from '../../domain/strategy/drafts';
import { historyOf } from '../../domain/strategy/history';
import type { StrategyEvent } from '../../domain/strategy/strategyEvent';
import { turnIn } from '../../domain/strategy/turn';
import { eventsPage } from '../../store/strategy/strategyEvents';
import { statedObjectives } from '../../store/strategy/statedStrategy';
import { refOf } from '../figures';
import { type Asking, isShown, seesDraftsOf, visibleObjective } from './visibleObjective';

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
  const told = events.filter((event) => sees(event.objective, isShown) || publicPartOf(turnIn(event)) === 'status');
  return historyOf(told, (key) => sees(key, seesDraftsOf)).flatMap(({ objective: key, at, ...change }) => {
    const objective = today.get(key);
    if (objective === undefined) return [];
    const { title, status } = objective;
    const ref = isShown(objective, viewer) ? { key, title, status } : refOf(objective);
    return [{ ...change, objective: ref, at: new Date(at).toISOString() }];
  });
};

/** A page of an objective's changes that the viewer may see, newest first; `before`: older than this revision. */
export const objectiveHistory = async (key: string, before: number | null, viewer: Asking): Promise<History> => {
  const cascade = new Cascade(await statedObjectives());
  visibleObjective(key, cascade, viewer);
  const { rows, left } = await eventsPage({ of: key, before }, viewer);
  const next = left === 0 ? null : (rows.at(-1)?.revision ?? null);
  return { history: shownHistory(rows, cascade, viewer), left, next };
};
