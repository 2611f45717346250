import { batches } from '../../domain/batches';
import { dayOf } from '../../domain/time/day';
import { WINDOW_DAYS, windowEnding } from '../../domain/time/window';
import { windowOfStep } from '../../domain/work/firstReading';
import { foundBySearch, PAGE_SIZE } from '../../jira/issues';
import type { Reading } from '../../jira/toWorkItem';
import { asApp } from '../../site/rateBudget';
import { type ProjectRead, projectsAt, storeProgress, type SyncProject } from '../../store/runs/syncProgress';
import { findWorkItems, MOST_LEVELS } from '../../store/work/findWorkItems';
import { type CountedSince, nextBlocks, notBrokenDown, unknownParents } from '../../store/work/neededElsewhere';
import { refreshOutdated } from '../follow/refresh';
import { findBrokenDown } from './findBrokenDown';
import { readOrMark } from './readOrMark';
import { searchAndWrite } from './searchAndWrite';
import type { Strata } from './strata';

/** Projects whose needs are read together, in few statements. */
const PROJECTS_TOGETHER = 100;

export type ReadingHow = { reading: Reading; strata: Strata; clock: () => number; until: number };

/** What is read for work in some blocks that counts in a window. */
type Look = (blocks: readonly number[], window: CountedSince, how: ReadingHow) => Promise<void>;

/**
 * The looks at all blocks, one after the other: a child of what is not broken down as far as is stored, then ancestors
 * that are not stored. In this order, because an ancestor with a tag moves the work below it to other blocks, perhaps to
 * some that a look has passed. What moves so has a parent that is known, so the second look misses nothing.
 */
const LOOKS: readonly Look[] = [
  async (blocks, window, { reading, clock }) => {
    for (const some of batches(await notBrokenDown(blocks, window), PAGE_SIZE))
      await findBrokenDown(some, reading, clock);
  },
  async (blocks, _, how) => readAncestors(await unknownParents(blocks), how),
];

/** A place in these looks, as a page token: which look, and the last block that it was taken at. */
const tokenOf = (look: number, after: number): string => `${look}:${after}`;
const placeOf = (token: string | null): { look: number; after: number } => {
  const [look = 0, after = 0] = (token ?? tokenOf(0, 0)).split(':').map(Number);
  return { look, after };
};

/**
 * Reads what the figures of a window need besides its own issues. Then counts, and notes that these projects hold the
 * window. Goes on where it was cut short: the page token is the last look at a block.
 */
export const readNeeds = async (at: Pick<SyncProject, 'run' | 'step'>, how: ReadingHow): Promise<void> => {
  const { clock, reading, until } = how;
  const waiting = await projectsAt(at, 0, PROJECTS_TOGETHER);
  const token = waiting[0]?.pageToken ?? null;
  let together = waiting.filter(({ pageToken }) => pageToken === token);
  const projects = together.map(({ project }) => project);
  const store = async (change: Partial<SyncProject>): Promise<void> => {
    const read = together.map((from): ProjectRead => ({ from, to: { ...from, ...change }, finished: false }));
    await storeProgress(read, clock());
    together = read.map(({ to }) => to);
  };
  const window = countedIn(at.step, how);
  // The second look is at the blocks of the first.
  const parts = new Map<number, Awaited<ReturnType<typeof nextBlocks>>>();
  for (let { look, after } = placeOf(token); look < LOOKS.length;) {
    const part = parts.get(after) ?? (await nextBlocks(projects, after));
    parts.set(after, part);
    const { blocks, more } = part;
    if (blocks.length > 0) await LOOKS[look]?.(blocks, window, how);
    if (more) after = blocks.at(-1) ?? after;
    else [look, after] = [look + 1, 0];
    if (look === LOOKS.length) break;
    const isOver = clock() > until;
    // Whatever ends a later part, these are not asked for again.
    if (more || isOver) await store({ pageToken: tokenOf(look, after) });
    if (isOver) return;
  }
  await refreshOutdated(clock(), reading.timeZone);
  await store({ pageToken: null, step: at.step + 1 });
};

/** The work of a window that is in no shorter one. */
const countedIn = (step: number, { strata: { began, timeZone } }: ReadingHow): CountedSince => {
  const window = windowOfStep(step) ?? 0;
  const beginOf = (index: number): number => windowEnding(dayOf(began, timeZone), WINDOW_DAYS[index] ?? 0).from;
  return { since: beginOf(window), before: window === 0 ? null : beginOf(window - 1) };
};

/** Reads these ancestors and those above them, level by level. Most lie in the projects themselves and are stored. */
const readAncestors = async (parents: readonly number[], { reading, clock }: ReadingHow): Promise<void> => {
  let wanted = parents;
  for (let level = 0; wanted.length > 0 && level < MOST_LEVELS; level += 1) {
    const above: number[] = [];
    const read = async (some: readonly number[]): Promise<void> => {
      // Of what Jira's search does not find, such as an archived issue, the children have no known parent.
      const found = [...(await foundBySearch(asApp('sync'), some))];
      if (found.length === 0) return;
      const { items } = await searchAndWrite({ jql: `id in (${found.join(', ')})`, most: PAGE_SIZE }, reading, clock);
      above.push(...items.flatMap(({ parent }) => parent ?? []));
    };
    for (const some of batches(wanted, PAGE_SIZE)) await readOrMark(some, read, clock);
    wanted = await notStored([...new Set(above)]);
  }
};

const notStored = async (ids: readonly number[]): Promise<number[]> => {
  const stored = new Set((await findWorkItems(ids)).map(({ id }) => id));
  return ids.filter((id) => !stored.has(id));
};
