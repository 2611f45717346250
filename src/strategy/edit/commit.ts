import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import { isKeyOfIssue } from '../../domain/strategy/objectiveKey';
import { applyPendingEvents } from '../../store/strategy/applyEvents';
import { objectiveIds, type Place } from '../../store/strategy/objectives';
import { openWorkByObjective } from '../../store/blocks/blocksServing';
import type { OutlineRow, StatedRow } from '../../store/strategy/statedStrategy';
import { type NewEvent, storeEvents } from '../../store/strategy/strategyEvents';
import { pushTitleUpdates } from '../../sync/jobs/queues';
import { keptOf } from '../rules/inJira';
import { changedMeanwhile } from './stated';
import { dayAt } from '../../site/siteReading';

/** A change of one objective: its row as the person saw it (`null`: new), and its new state. */
export type Change = { row: StatedRow | null; after: ObjectiveState; places?: readonly Place[] };

/**
 * Stores changes as events, with author and time, then applies them. Of two people who change the same at once one gets
 * `conflict`, and nothing of theirs is stored. The events are one statement: after a crash before it nothing has
 * happened; after a crash behind it whoever looks at the strategy next applies them, or the five-minute schedule.
 * @param rows the strategy as read; new objectives go behind it
 * @param author account id; `null`: a file, without a person
 */
export const commit = async (
  changes: readonly Change[],
  rows: readonly OutlineRow[],
  author: string | null,
  now: number,
): Promise<void> => {
  if (changes.length === 0) return;
  const events = await eventsOf(
    changes,
    nextPosition(rows.filter(({ objective }) => !isKeyOfIssue(objective.key))),
    author,
    now,
  );
  const late = new Set(await storeEvents(events));
  if (await applyPendingEvents()) await askForTitleUpdates();
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
      before: row && { objective: keptOf(row.objective), keyResults: row.keyResults },
      after: { ...after, objective: keptOf(after.objective) },
      openWork: openWork(key),
      places: row === null ? [{ objective, position: last++ }] : places,
      carried: row === null && !made.has(key),
    };
  });
};

/** Open units on each objective itself. One statement. */
const openWorkBy = async (changes: readonly Change[]): Promise<(key: string) => number> => {
  const [only, ...others] = changes.map(keyOf);
  const units = await openWorkByObjective(others.length === 0 ? only : undefined);
  return (key) => units.get(key) ?? 0;
};

/** If the push fails, the five-minute schedule asks again. */
const askForTitleUpdates = async (): Promise<void> => {
  try {
    await pushTitleUpdates();
  } catch (error) {
    console.warn(
      JSON.stringify({ event: 'titleUpdatesNotPushed', reason: error instanceof Error ? error.name : 'unknown' }),
    );
  }
};

const nextPosition = (rows: readonly OutlineRow[]): number =>
  rows.reduce((next, { position }) => Math.max(next, position + 1), 0);
