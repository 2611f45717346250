import type { EntryState } from '../../../src/domain/tagging/entry';
import {
  addEntries,
  dropEntries,
  dropWaiting,
  enterAgain,
  entriesIn,
  moveEntries,
  stillWritten,
  storeDecided,
} from '../../../src/store/tagging/entries';
import { addJob, finishJob, startJob } from '../../../src/store/tagging/jobs';
import { RUN_ID } from '../../../src/store/sql/storedNumbers';
import { onEachEngine } from '../onEachEngine';

const NOW = Date.UTC(2026, 4, 18, 12);

/** A running job with issues 1 to 4, which wait. */
const makeJob = async () => {
  const id = await addJob({ project: 7, source: 'jql', state: 'gathering', target: null }, 'ann', NOW);
  const waiting = [1, 2, 3, 4].map((issue) => ({ issue, state: 'waiting' as const }));
  await addEntries(id, waiting);
  await startJob(id, RUN_ID, false);
  const statesOf = async () => {
    const states: EntryState[] = ['waiting', 'writing', 'done', 'kept', 'undoing'];
    return (await entriesIn(id, states, 10)).map(({ issue, state, wasId }) => [issue, state, wasId]);
  };
  return { id, statesOf };
};

onEachEngine((inDatabase) => {
  test('what was decided of an issue is stored with what it had, unless it was moved on meanwhile', () =>
    inDatabase(async () => {
      const { id, statesOf } = await makeJob();
      await storeDecided(id, [
        { issue: 1, state: 'writing', was: RUN_ID },
        { issue: 2, state: 'writing', was: null },
        { issue: 3, state: 'kept', was: 5 },
      ]);
      expect(await statesOf()).toEqual([
        [4, 'waiting', null],
        [1, 'writing', RUN_ID],
        [2, 'writing', null],
        [3, 'kept', 5],
      ]);
      await moveEntries(id, [1, 2, 3, 4], ['writing'], 'undoing');
      await moveEntries(id, [1, 2], ['writing'], 'done');
      // Nobody gathered issue 5.
      await storeDecided(id, [
        { issue: 1, state: 'kept', was: 6 },
        { issue: 5, state: 'writing', was: null },
      ]);
      expect(await statesOf()).toEqual([
        [4, 'waiting', null],
        [3, 'kept', 5],
        [1, 'undoing', RUN_ID],
        [2, 'undoing', null],
      ]);
    }));

  test('issues are written only while their job runs', () =>
    inDatabase(async () => {
      const { id } = await makeJob();
      await moveEntries(id, [1, 2], ['waiting'], 'writing');
      expect([...(await stillWritten(id, [1, 3]))]).toEqual([1]);
      await finishJob({ id, state: 'running' }, 0, NOW);
      expect([...(await stillWritten(id, [1, 2]))]).toEqual([]);
    }));

  test('what a rule takes no more leaves its job, unless it was linked, and may come again', () =>
    inDatabase(async () => {
      const { id, statesOf } = await makeJob();
      await moveEntries(id, [1], ['waiting'], 'done');
      await moveEntries(id, [2], ['waiting'], 'writing');
      await dropEntries(id, [1, 2, 3, 9]);
      expect(await statesOf()).toEqual([
        [4, 'waiting', null],
        [1, 'done', null],
      ]);
      await enterAgain(id, [1, 2]);
      expect(await statesOf()).toEqual([
        [2, 'waiting', null],
        [4, 'waiting', null],
        [1, 'done', null],
      ]);
    }));

  test('what waits for a job goes a thousand at a time', () =>
    inDatabase(async () => {
      const { id, statesOf } = await makeJob();
      await moveEntries(id, [2], ['waiting'], 'writing');
      const more = Array.from({ length: 999 }, (_, at) => ({ issue: 10 + at, state: 'waiting' as const }));
      await addEntries(id, more);
      expect([await dropWaiting(id), await dropWaiting(id), await dropWaiting(id)]).toEqual([true, false, false]);
      expect(await statesOf()).toEqual([[2, 'writing', null]]);
    }));
});
