import { batchesByBytes } from '../sql/batchesByBytes';
import { storeRevisedKeyResults } from './keyResults';
import { storePlaces, storeRevised } from './objectives';
import { startTitleUpdates } from './titleUpdates';
import { pendingEvents, type PendingEvent } from './strategyEvents';

/**
 * Brings objectives and key results up to the changes that are kept of them. Whoever changes the strategy calls it after keeping
 * the change and before reading what to change, so that what a crash left undone in between is done first.
 *
 * An objective's row comes last of what a change writes, and holds its revision: until then the change counts as pending, and all
 * of it is written again. Returns whether titles are to be brought to issues.
 */
export const applyPendingEvents = async (): Promise<boolean> => {
  const pending = await pendingEvents();
  const retitled = [...new Set(pending.filter(({ changesTitle }) => changesTitle).map(({ id }) => id))];
  await startTitleUpdates(retitled);
  // Of several changes of an objective the newest holds all of it.
  const newest = new Map(pending.map((event) => [event.id, event]));
  for (const batch of batchesByBytes([...newest.values()], ({ after }) => JSON.stringify(after))) {
    const ids = new Set(batch.map(({ id }) => id));
    await apply(
      batch,
      pending.filter(({ id }) => ids.has(id)),
    );
  }
  return retitled.length > 0;
};

const apply = async (newest: readonly PendingEvent[], all: readonly PendingEvent[]): Promise<void> => {
  await storeRevisedKeyResults(
    newest.map(({ id, revision, after }) => ({ objective: id, revision, keyResults: after.keyResults })),
  );
  const places = new Map(all.flatMap((event) => event.places).map(({ objective, position }) => [objective, position]));
  await storePlaces([...places].map(([objective, position]) => ({ objective, position })));
  await storeRevised(
    newest.map(({ id, revision, owner, after }) => ({ id, revision, owner, objective: after.objective })),
  );
};
