import { byObjective } from '../../src/domain/strategy/byObjective';
import type { Objective } from '../../src/domain/strategy/objective';
import { RUN } from '../../src/domain/work/workItem';
import { commit } from '../../src/strategy/edit/commit';
import { idsFrom } from '../../src/strategy/edit/freshIds';
import { applyPendingEvents } from '../../src/store/strategy/applyEvents';
import { statedRows } from '../../src/store/strategy/statedStrategy';
import {
  type FiledKeyResult,
  identified,
  isAsBefore,
  tidyKeyResult,
  tidyObjective,
} from '../../src/strategy/edit/states';

/** A key result with its objective's key. Without an id it gets one. */
export type GivenKeyResult = FiledKeyResult & { objective: string };

/**
 * Stores a strategy that was checked already, new objectives in the given order. Objectives that exist get the new
 * values. Work tagged with a key before counts as aligned from then on. No author is stored.
 */
export const importStrategy = async (
  objectives: readonly Objective[],
  keyResults: readonly GivenKeyResult[] = [],
  now = Date.now(),
): Promise<void> => {
  await applyPendingEvents();
  const rows = await statedRows();
  const freshId = idsFrom(now);
  const given = byObjective(keyResults);
  const changes = objectives
    .filter(({ key }) => key !== RUN)
    .map((stated) => {
      const objective = tidyObjective(stated);
      const row = rows.find((one) => one.objective.key === objective.key) ?? null;
      const own = (given.get(objective.key) ?? []).map(tidyKeyResult);
      const after = { objective, keyResults: identified(objective.key, own, row?.keyResults ?? [], freshId) };
      return { row, after };
    })
    .filter(({ row, after }) => !isAsBefore(row, after));
  await commit(changes, rows, null, now);
};
