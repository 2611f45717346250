import fc from 'fast-check';
import { JiraError } from '../../../src/jira/jiraError';
import { isolateFailures } from '../../../src/sync/jobs/isolateFailures';

const failing = JiraError.ofStatus(500, 'GET /rest/api/3/issue');

/** Work that fails wherever one of `bad` is among what it is done on. */
const workAmong = (bad: ReadonlySet<number>) => {
  const done = new Set<number>();
  let tries = 0;
  const work = (some: readonly number[]): Promise<void> => {
    tries += 1;
    if (some.some((one) => bad.has(one))) return Promise.reject(failing);
    for (const one of some) done.add(one);
    return Promise.resolve();
  };
  return { work, done, triesOf: () => tries };
};

/** Up to 100 things, and those of them that fail. */
const someBad = fc
  .integer({ min: 1, max: 100 })
  .chain((count) =>
    fc.record({ count: fc.constant(count), bad: fc.uniqueArray(fc.integer({ min: 0, max: count - 1 })) }),
  );

it('finds whatever fails, in bounded steps, where something else succeeds', async () => {
  await fc.assert(
    fc.asyncProperty(someBad, async ({ count, bad }) => {
      const isBad = new Set(bad);
      const { work, done, triesOf } = workAmong(isBad);
      const refused = new Set<number>();
      let left = Array.from({ length: count }, (_, index) => index);
      while (left.length > 0) {
        const [before, tries] = [left.length, triesOf()];
        const isolated = await isolateFailures(left, work, () => Promise.resolve(true));
        for (const { one } of isolated.refused) refused.add(one);
        left = isolated.left;
        expect(left.length).toBeLessThan(before);
        expect(triesOf() - tries).toBeLessThanOrEqual(31);
      }
      expect(refused).toEqual(isBad);
      expect(done.size).toBe(count - isBad.size);
    }),
  );
});

it.each([1, 3, 4, 40, 100])('refuses none of %d where all fail, and soon gives up', async (count) => {
  const all = Array.from({ length: count }, (_, index) => index);
  const { work, triesOf } = workAmong(new Set(all));
  await expect(isolateFailures(all, work)).rejects.toBe(failing);
  await expect(isolateFailures(all, work, () => Promise.reject(failing))).rejects.toBe(failing);
  expect(triesOf()).toBeLessThanOrEqual(2 * 15);
});

it('does not look for one to blame where none can be', async () => {
  const later = JiraError.busy(429, 'GET /rest/api/3/issue', null);
  let tries = 0;
  const work = (): Promise<void> => {
    tries += 1;
    return Promise.reject(later);
  };
  await expect(isolateFailures([1, 2, 3], work, () => Promise.resolve(true))).rejects.toBe(later);
  expect(tries).toBe(1);
});
