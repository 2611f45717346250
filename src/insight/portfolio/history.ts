import type { HistoryEntry } from '../../contract';
import type { Cascade } from '../../domain/strategy/cascade';
import { historyOf } from '../../domain/strategy/history';
import type { StrategyEvent } from '../../domain/strategy/strategyEvent';
import { unknownRef } from '../figures';

/** Changes for a page, newest first. The caller leaves out objectives that the viewer may not see. */
export const shownHistory = (events: readonly StrategyEvent[], cascade: Cascade): HistoryEntry[] =>
  historyOf(events).map(({ objective, at, ...change }) => {
    const { key, title, status } = cascade.find(objective) ?? unknownRef(objective);
    return { ...change, objective: { key, title, status }, at: new Date(at).toISOString() };
  });
