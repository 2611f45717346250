import { batchesByBytes } from '../sql/batchesByBytes';
import { storeRevisedKeyResults } from './keyResults';
import { otherKeysId, storePlaces, storeRevised } from './objectives';
import { startTitleUpdates } from './titleUpdates';
import { pendingEvents, type PendingEvent } from './strategyEvents';

/**
 * Applies pending strategy events to the rows of objectives and key results. Called after an event is stored, and
 * before reading what to change, so that what a crash left undone is done first.
 *
 * An objective's row is written last and holds its revision. Until then the event stays pending, and is applied again.
 * @returns whether titles are to be written to issues, or issues to be read again
 */
export const applyPendingEvents = async (): Promise<boolean> => {
  let hasRenamed = false;
  for (;;) {
    const { rows, left } = await pendingEvents();
    hasRenamed = (await applyAll(rows)) || hasRenamed;
    if (left === 0) return hasRenamed;
  }
};

const applyAll = async (pending: readonly PendingEvent[]): Promise<boolean> => {
  const renamed = [...new Set(pending.filter(({ changesTitle }) => changesTitle).map(({ id }) => id))];
  // Issues that name a new key may be counted with all others whose key no objective has: they are read again.
  const others = pending.some(({ isNew }) => isNew) ? await otherKeysId() : null;
  const started = others === null ? renamed : [...renamed, others];
  await startTitleUpdates(started);
  // Of several events of an objective the newest contains the others.
  const newest = new Map(pending.map((event) => [event.id, event]));
  for (const batch of batchesByBytes([...newest.values()], ({ after }) => JSON.stringify(after))) {
    const ids = new Set(batch.map(({ id }) => id));
    await apply(
      batch,
      pending.filter(({ id }) => ids.has(id)),
    );
  }
  return started.length > 0;
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
