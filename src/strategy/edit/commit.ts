import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import { applyPendingEvents } from '../../store/strategy/applyEvents';
import { objectiveIds, type Place } from '../../store/strategy/objectives';
import { openWorkByObjective } from '../../store/blocks/blocksServing';
import type { StatedRow } from '../../store/strategy/statedStrategy';
import { type NewEvent, storeEvents } from '../../store/strategy/strategyEvents';
import { pushRetitle } from '../../sync/jobs/queues';
import { changedMeanwhile } from './stated';
import { dayAt } from '../../site/siteReading';

/** A change of one objective: its row as the person saw it (`null` for a new one), and what it becomes. */
export type Change = { row: StatedRow | null; after: ObjectiveState; places?: readonly Place[] };

/**
 * Keeps changes with who made them and when, then does them. Of two people who change the same at once, one gets `conflict` and
 * nothing of theirs is kept. A change is kept by one statement: after a crash before it nothing has happened, after a crash behind
 * it the change is done by whoever looks at the strategy next, or within five minutes.
 * `rows` are the strategy as it was read: new objectives go behind them. `author` is `null` for what a file states without a person.
 */
export const commit = async (
  changes: readonly Change[],
  rows: readonly StatedRow[],
  author: string | null,
  now: number,
): Promise<void> => {
  if (changes.length === 0) return;
  const events = await eventsOf(changes, nextPosition(rows), author, now);
  const late = new Set(await storeEvents(events));
  if (await applyPendingEvents()) await askForRetitle();
  if (late.size === 0) return;
  throw changedMeanwhile(changes.filter((_, index) => late.has(events[index]?.objective ?? 0)).map(keyOf));
};

const keyOf = ({ after }: Change): string => after.objective.key;

const eventsOf = async (
  changes: readonly Change[],
  position: number,
  author: string | null,
  now: number,
): Promise<NewEvent[]> => {
  const { ids, made } = await objectiveIds(changes.map(keyOf));
  const openWork = await openWorkBy(changes);
  const day = await dayAt(now);
  let last = position;
  return changes.map((change) => {
    const { row, after, places = [] } = change;
    const key = keyOf(change);
    const objective = row?.id ?? ids.get(key);
    if (objective === undefined) throw new RangeError(`no row of ${key}`);
    return {
      objective,
      revision: (row?.revision ?? 0) + 1,
      at: now,
      day,
      author,
      before: row && { objective: row.objective, keyResults: row.keyResults },
      after,
      openWork: openWork(key),
      places: row === null ? [{ objective, position: last++ }] : places,
      carried: row === null && !made.has(key),
    };
  });
};

/** Open units that serve each objective itself: one statement. */
const openWorkBy = async (changes: readonly Change[]): Promise<(key: string) => number> => {
  const [only, ...others] = changes.map(keyOf);
  const units = await openWorkByObjective(others.length === 0 ? only : undefined);
  return (key) => units.get(key) ?? 0;
};

/** A push that fails is made up for within five minutes. */
const askForRetitle = async (): Promise<void> => {
  try {
    await pushRetitle();
  } catch (error) {
    console.warn(
      JSON.stringify({ event: 'retitleNotPushed', reason: error instanceof Error ? error.name : 'unknown' }),
    );
  }
};

const nextPosition = (rows: readonly StatedRow[]): number =>
  rows.reduce((next, { position }) => Math.max(next, position + 1), 0);
