import fc from 'fast-check';
import { walkJobs } from '../../src/sync/tagging/walkJobs';
import { dataOf } from '../resolvers/world';
import { Random } from '../site/demo/random';
import { type InterleavingEngine, interleavingEngine } from '../sync/follow/interleaving';
import { bulkWorld, fifteenMinutes } from './bulkWorld';

jest.setTimeout(240_000);

/** Undoes a job while it is walked, with their statements in an order that follows from the seed; tells how it ends. */
const undoWhileWalked = async (seed: number) => {
  let engine: InterleavingEngine | undefined;
  const { site, gather, start, job, tagged, onProject } = await bulkWorld(
    () => undefined,
    12,
    (inner) => (engine = interleavingEngine(inner)),
  );
  const { job: id } = await gather();
  dataOf(await start(id));
  const random = new Random(seed);
  const walk = () => site.runInApp(() => walkJobs(() => site.clock.now(), Infinity));
  const undo = async () => dataOf(await onProject('member', 'undoBulk', { job: id }));
  // Now one is ahead, now the other.
  const isLast = random.chance(0.5);
  const chance = random.between(1, 9) / 10;
  await engine?.interleave([walk, undo], (count) => (random.chance(chance) === isLast ? count - 1 : 0));
  await fifteenMinutes(site);
  const { state, issues } = await job();
  await site.close();
  return { state, issues, tagged: tagged() };
};

test('what is undone while it is being linked is taken back whole, wherever their statements meet', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const { state, issues, tagged } = await undoWhileWalked(seed);
      const { waiting = 0, undone = 0, same = 0, kept = 0 } = issues;
      expect({ state, tagged, issues, over: waiting + undone + same + kept }).toMatchObject({
        state: 'finished',
        tagged: 1,
        over: 12,
      });
    }),
    { numRuns: 20, seed: 20260518, endOnFailure: true },
  ));
