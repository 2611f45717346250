import { z } from 'zod';
import { DEFAULT_DROPPED_RESOLUTIONS, droppedResolutions, type StatusCategory } from '../../domain/work/outcome';
import { type IssueConfiguration, readIssueConfiguration } from '../../jira/issueConfiguration';
import { batches } from '../../domain/batches';
import { itemsToRecount, recountItems, endOfBatch, type ChangedConfiguration } from '../../store/work/recountItems';
import { readSetting, replaceSetting, writeSetting } from '../../store/runs/settingStore';
import { rewriteItems } from '../follow/writeItems';
import { LONGEST_FUNCTION_MS } from '../jobs/longestFunction';
import { asApp } from '../../site/rateBudget';

/** Setting: what Jira last said of its statuses, resolutions and types. */
const CONFIGURATION = 'configuration';
const kept = z.object({
  statuses: z.record(z.string(), z.enum(['undefined', 'new', 'indeterminate', 'done'])),
  resolutions: z.record(z.string(), z.string()),
  types: z.record(z.string(), z.number()),
});

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
export const noteConfigurationChange = async (now: number): Promise<void> => {
  const before = await storedConfiguration();
  const found = await readIssueConfiguration(asApp('upkeep'));
  if (before !== null) {
    await noteChange({
      at: now,
      statuses: differing(before.statuses, found.statuses),
      resolutions: differing(before.resolutions, found.resolutions),
      types: differing(before.types, found.types),
    });
  }
  // Written after the change is noted: if a function ends between the two, the change is noticed once more.
  await writeSetting(CONFIGURATION, {
    statuses: { ...before?.statuses, ...found.statuses },
    resolutions: { ...before?.resolutions, ...found.resolutions },
    types: { ...before?.types, ...found.types },
  } satisfies IssueConfiguration);
};

const differing = <T>(before: Record<string, T>, found: Record<string, T>): string[] =>
  Object.keys(found).filter((id) => before[id] !== found[id]);

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
  const meant = outcomesAfter(change, await storedConfiguration());
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

const outcomesAfter = (change: Changed, configuration: IssueConfiguration | null): ChangedConfiguration => {
  const { statuses = {}, resolutions = {}, types = {} } = configuration ?? {};
  const of = (...categories: StatusCategory[]): number[] =>
    change.statuses.filter((id) => statuses[id] !== undefined && categories.includes(statuses[id])).map(Number);
  const names = droppedResolutions(DEFAULT_DROPPED_RESOLUTIONS);
  const meansDropped = (id: string): boolean => names.has((resolutions[id] ?? '').trim().toLowerCase());
  const known = Object.keys(resolutions);
  return {
    todo: of('new', 'undefined'),
    doing: of('indeterminate'),
    done: of('done'),
    resolutions: change.resolutions.map(Number),
    levels: change.types.flatMap((id) => {
      const level = types[id];
      return level === undefined ? [] : [{ type: Number(id), level }];
    }),
    dropped: known.filter(meansDropped).map(Number),
    notDropped: known.filter((id) => !meansDropped(id)).map(Number),
  };
};

const storedConfiguration = async (): Promise<IssueConfiguration | null> => {
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
