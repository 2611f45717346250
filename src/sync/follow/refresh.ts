import { setTimeout as sleep } from 'node:timers/promises';
import { getAppContext } from '@forge/api';
import { blockFigures } from '../../domain/work/blockFigures';
import { dayOf } from '../../domain/time/day';
import { batches } from '../../domain/batches';
import { beginCounting } from '../../store/blocks/beginCounting';
import { countedItems } from '../../store/blocks/countedItems';
import { type OutdatedBlock, type OutdatedProject, outdatedAmong, outdatedProjects } from '../../store/blocks/outdated';
import { partKindsOf, storeFigures } from '../../store/blocks/storeFigures';
import { figuresOfBlocks, projectSummaries, storeSummaries, summariesOf } from '../../store/blocks/summaries';
import { noteFailedRecount } from '../../store/runs/setAside';
import { kindOf, noteFailure } from '../jobs/noteFailure';

/** Projects that are counted before their sums are stored. How many are added up at once depends on their blocks. */
const PROJECTS_A_BATCH = 50;
/** Work items read by one statement: about 400 kB; an answer may have 4 MiB. */
const ITEMS_A_STATEMENT = 5000;
/** Blocks that are counted while the others of their projects are read. */
const FEW_BLOCKS = 100;

/** How long others wait for a function that counts a project and is ended before it is done. */
const COUNTING_MS = 3000;
/** Pauses between looks at whether another function is done; after the last the project is counted here. */
const PAUSES_MS = [100, 200, 400, 800];

/**
 * Counts the outdated blocks of the given projects, or of all. A project that cannot be counted is noted as failed; the rest goes on.
 * When it returns, all of them are counted or were tried.
 */
export const refreshOutdated = async (now: number, timeZone: string, projects?: readonly number[]): Promise<void> => {
  const today = dayOf(now, timeZone);
  for (const some of batches(projects ?? (await outdatedProjects(today)), PROJECTS_A_BATCH)) {
    await refreshOrAwait(some, { now, today });
  }
};

/**
 * Counts projects, or waits while another function counts them. So when many people change issues of a project at once, it is counted
 * once or twice, not once for each. Figures do not depend on it: whoever has waited long enough counts.
 */
const refreshOrAwait = async (projects: readonly number[], at: { now: number; today: number }): Promise<void> => {
  let left = projects;
  for (const pause of PAUSES_MS) {
    const outdated = await outdatedAmong(left, at.today);
    const ids = outdated.map(({ id }) => id);
    const begun = await beginCounting(ids, Date.now(), COUNTING_MS);
    await refresh(
      outdated.filter(({ id }) => begun.has(id)),
      at,
    );
    left = ids.filter((id) => !begun.has(id));
    if (left.length === 0) return;
    await sleep(pause);
  }
  await refresh(await outdatedAmong(left, at.today), at);
};

/**
 * Longest counting in one run when the day turns; the next five-minute run goes on. Forge gives a site 62.5 seconds of SQL in any
 * minute, and pages need their part.
 */
const TURN_OF_DAY_MS = 15_000;

/** Counts outdated blocks for `TURN_OF_DAY_MS` at most. Says whether all are counted. */
export const refreshSome = async (clock: () => number, timeZone: string): Promise<boolean> => {
  const now = clock();
  const today = dayOf(now, timeZone);
  const isTimeUp = (): boolean => clock() > now + TURN_OF_DAY_MS;
  for (const some of batches(await outdatedProjects(today), PROJECTS_A_BATCH)) {
    if (isTimeUp()) return false;
    await refresh(await outdatedAmong(some, today), { now, today }, isTimeUp);
  }
  return !isTimeUp();
};

/**
 * Counts blocks and adds their projects up. Block versions are read before the items and stored with the figures: a write in between,
 * or a crash at any statement, leaves the block or project out of date, to be counted again. Two refreshes may run at once, because
 * older figures never replace newer ones.
 * @param isTimeUp leaves the further blocks, and the adding up of their projects, to the next run
 */
const refresh = async (
  projects: readonly OutdatedProject[],
  at: { now: number; today: number },
  isTimeUp = () => false,
): Promise<void> => {
  const waiting = bySize(projects.flatMap(({ blocks }) => blocks));
  const [few = []] = waiting;
  const isLittle = waiting.length === 1 && few.length <= FEW_BLOCKS;
  // If this fails, the way below finds which project it is.
  if (isLittle && (await failureOf(() => refreshAtOnce(projects, few, at))) === null) return;
  const failed = new Map<number, unknown>();
  while (waiting.length > 0 && !isTimeUp()) {
    for (const { one, error } of await failuresOf(waiting.shift() ?? [], (some) => count(some, at.today)))
      failed.set(one.project, error);
  }
  const left = new Set(waiting.flat().map(({ project }) => project));
  const counted = projects.map(({ id }) => id).filter((id) => !failed.has(id) && !left.has(id));
  const addUp = async (some: readonly number[]) => storeSummaries(await projectSummaries(some), at);
  for (const { one, error } of await failuresOf(counted, addUp)) failed.set(one, error);
  for (const [project, error] of failed) {
    await noteFailure('recount', error, getAppContext().invocationId, Date.now());
    await noteFailedRecount(project, kindOf(error).code);
  }
};

/**
 * Counts a few blocks while the others of their projects are read: a drain waits for the longer of the two. A block that another
 * function has counted meanwhile is added up as it was, which the sum of versions tells, so its project is added up again.
 */
const refreshAtOnce = async (
  projects: readonly OutdatedProject[],
  blocks: readonly OutdatedBlock[],
  at: { now: number; today: number },
): Promise<void> => {
  const ids = projects.map(({ id }) => id);
  const [counted, others] = await Promise.all([
    count(blocks, at.today),
    figuresOfBlocks(
      ids,
      blocks.map(({ id }) => id),
    ),
  ]);
  await storeSummaries(summariesOf(ids, [...others, ...counted]), at);
};

type Failed<One> = { one: One; error: unknown };

/** Works on all together and, if that fails, on each alone. Returns those that failed. */
const failuresOf = async <One>(
  all: readonly One[],
  work: (some: readonly One[]) => Promise<unknown>,
): Promise<Failed<One>[]> => {
  if (all.length === 0) return [];
  const error = await failureOf(() => work(all));
  if (error === null) return [];
  const [only] = all;
  if (only !== undefined && all.length === 1) return [{ one: only, ...error }];
  const failed: Failed<One>[] = [];
  for (const one of all) failed.push(...(await failuresOf([one], work)));
  return failed;
};

const failureOf = async (work: () => Promise<unknown>): Promise<{ error: unknown } | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    return { error };
  }
};

/** Counts blocks and stores their figures. Two statements. */
const count = async (blocks: readonly OutdatedBlock[], today: number) => {
  const items = await countedItems(blocks.map(({ id }) => id));
  return await storeFigures(
    blocks.map((block) => ({
      block,
      figures: blockFigures(items.get(block.id) ?? [], today, partKindsOf(block.serves)),
    })),
    today,
  );
};

/** Groups blocks whose items one statement can read. */
const bySize = (blocks: readonly OutdatedBlock[]): OutdatedBlock[][] => {
  const together: OutdatedBlock[][] = [];
  let room = 0;
  for (const block of blocks) {
    const last = together.at(-1);
    if (last && block.items <= room) last.push(block);
    else {
      together.push([block]);
      room = ITEMS_A_STATEMENT;
    }
    room -= block.items;
  }
  return together;
};
