import { z } from 'zod';
import { type IssueConfiguration, readIssueConfiguration } from '../../jira/issueConfiguration';
import { batches } from '../../domain/batches';
import { itemsToRecount, recountItems, endOfBatch } from '../../store/work/recountItems';
import { readSetting, replaceSetting, writeSetting } from '../../store/runs/settingStore';
import { rewriteItems } from '../follow/writeItems';
import { droppedIds, meaningsOf, NOTHING_LISTED, withFurther } from './meanings';
import { LONGEST_FUNCTION_MS } from '../jobs/longestFunction';
import { droppedDecisions } from '../../settings/droppedDecisions';
import { asApp } from '../../site/rateBudget';

/** Setting: what Jira last said of its statuses, resolutions and types, and which of them counted as dropped then. */
const CONFIGURATION = 'configuration';
const ids = z.array(z.string());
const kept = z.object({
  statuses: z.record(z.string(), z.enum(['undefined', 'new', 'indeterminate', 'done'])),
  // An older version stored no names of statuses and did not say what counted as dropped. So all that does is new.
  statusNames: z.record(z.string(), z.string()).default({}),
  resolutions: z.record(z.string(), z.string()),
  types: z.record(z.string(), z.number()),
  dropped: z.object({ resolution: ids, status: ids }).default({ resolution: [], status: [] }),
});
type Kept = z.infer<typeof kept>;

/** Setting: what changed in that, and how far the work items were counted again. */
const CHANGED = 'changedConfiguration';
const changed = z.object({
  /** when it was noticed (epoch milliseconds) */
  at: z.number(),
  statuses: z.array(z.string()),
  resolutions: z.array(z.string()),
  types: z.array(z.string()),
  /**
   * The walk through all work items: when it began, and the last id done; `null`: not begun. `busy`: a part of the next
   * batch may have been counted again already
   */
  walk: z.object({ began: z.number(), after: z.number(), busy: z.boolean() }).nullable(),
  /** one walk is done, but functions that read Jira before the change may still have been running */
  once: z.boolean(),
});
type Changed = z.infer<typeof changed>;

/** Work items that one statement looks at, and that one changes. */
const ITEMS_A_STRETCH = 2000;
const ITEMS_A_STATEMENT = 500;

/**
 * Asks Jira what its statuses, resolutions and types mean, and notes which mean something new. An admin may move a
 * status to another category, rename a resolution or give a type another level, and no event tells.
 * `recountAfterConfigurationChange` then counts the issues again. What Jira does not list keeps its meaning.
 */
export const noteConfigurationChange = async (now: number): Promise<void> =>
  noteMeanings(await readIssueConfiguration(asApp('upkeep')), now);

/** Notes which statuses and resolutions mean something new since decisions on them were saved. Does not ask Jira. */
export const noteDecisions = (now: number): Promise<void> => noteMeanings(NOTHING_LISTED, now);

const noteMeanings = async (found: IssueConfiguration, now: number): Promise<void> => {
  const before = await storedConfiguration();
  const decisions = await droppedDecisions();
  const known = withFurther(before ?? NOTHING_LISTED, found);
  const dropped = droppedIds(known, decisions);
  if (before !== null) {
    await noteChange({
      at: now,
      statuses: [...differing(before.statuses, found.statuses), ...inOne(before.dropped.status, dropped.status)],
      resolutions: [
        ...Object.keys(found.resolutions).filter((id) => before.resolutions[id] === undefined),
        ...inOne(before.dropped.resolution, dropped.resolution),
      ],
      types: differing(before.types, found.types),
    });
  }
  // Written after the change is noted: if a function ends between the two, the change is noticed once more.
  await writeSetting(CONFIGURATION, { ...known, dropped } satisfies Kept);
};

const differing = <T>(before: Record<string, T>, found: Record<string, T>): string[] =>
  Object.keys(found).filter((id) => before[id] !== found[id]);

/** What is in one of two lists only. */
const inOne = (some: readonly string[], others: readonly string[]): string[] => [
  ...some.filter((id) => !others.includes(id)),
  ...others.filter((id) => !some.includes(id)),
];

const noteChange = async (change: Pick<Changed, 'at' | 'statuses' | 'resolutions' | 'types'>): Promise<void> => {
  if (change.statuses.length + change.resolutions.length + change.types.length === 0) return;
  for (;;) {
    const earlier = await keptChange();
    const both = (what: 'statuses' | 'resolutions' | 'types') => [
      ...new Set([...(earlier?.[what] ?? []), ...change[what]]),
    ];
    const next: Changed = {
      at: change.at,
      statuses: both('statuses'),
      resolutions: both('resolutions'),
      types: both('types'),
      walk: null,
      once: false,
    };
    if (await replaceChange(earlier, next)) return;
  }
};

/**
 * Counts the work items again whose status, resolution or type has a new meaning, from what is stored, without asking
 * Jira. It walks through all items by id, a batch at a time, and goes on where the last call stopped.
 *
 * A function that read Jira before the change may write after this walk. So there is a second walk once no such
 * function can be running. One statement if nothing changed.
 * @returns how many items were counted again. Their projects are then outdated, to be refreshed.
 */
export const recountAfterConfigurationChange = async (clock: () => number, until: number): Promise<number> => {
  let change = await keptChange();
  if (change === null || !isDue(change, clock())) return 0;
  const meant = meaningsOf(change, (await storedConfiguration()) ?? NOTHING_LISTED, await droppedDecisions());
  let counted = 0;
  for (;;) {
    const walk: NonNullable<Changed['walk']> = change.walk ?? { began: clock(), after: 0, busy: false };
    const last = await endOfBatch(walk.after, ITEMS_A_STRETCH);
    if (last !== null) {
      const ids = await itemsToRecount({ after: walk.after, upTo: last, all: walk.busy }, meant);
      if (ids.length > 0) {
        const busy: Changed = { ...change, walk: { ...walk, busy: true } };
        if (!(await replaceChange(change, busy))) return counted;
        change = busy;
        for (const some of batches(ids, ITEMS_A_STATEMENT)) await rewriteItems(some, () => recountItems(some, meant));
        counted += ids.length;
      }
    }
    const next: Changed | null =
      last === null ? afterWalk(change, walk.began) : { ...change, walk: { ...walk, after: last, busy: false } };
    // Another function has come further, or noticed another change. The rest is left to it.
    if (!(await replaceChange(change, next))) return counted;
    if (last === null || next === null || clock() > until) return counted;
    change = next;
  }
};

/** `null`: the change is done. */
const afterWalk = (change: Changed, began: number): Changed | null =>
  began >= change.at + LONGEST_FUNCTION_MS ? null : { ...change, walk: null, once: true };

const isDue = ({ at, walk, once }: Changed, now: number): boolean =>
  walk !== null || !once || now >= at + LONGEST_FUNCTION_MS;

const storedConfiguration = async (): Promise<Kept | null> => {
  const found = await readSetting(CONFIGURATION);
  return found === undefined ? null : kept.parse(found);
};

/** Stores the state, unless another function has stored one meanwhile. Says whether it did. */
const replaceChange = (before: Changed | null, after: Changed | null): Promise<boolean> =>
  // Parsed first, so that equal states are equal texts.
  replaceSetting(CHANGED, before && changed.parse(before), after && changed.parse(after));

const keptChange = async (): Promise<Changed | null> => {
  const found = await readSetting(CHANGED);
  return found === undefined || found === null ? null : changed.parse(found);
};
