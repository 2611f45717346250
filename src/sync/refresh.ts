import { blockFigures } from '../domain/blockFigures';
import { dayOf } from '../domain/day';
import { batches } from '../store/batches';
import { countedItems } from '../store/blocks/countedItems';
import { type OutdatedBlock, type OutdatedProject, outdatedAmong, outdatedProjects } from '../store/blocks/outdated';
import { storeFigures } from '../store/blocks/storeFigures';
import { projectSummaries, storeSummaries } from '../store/projects';

/** As many projects as are refreshed before that is noted. */
const PROJECTS_A_NOTE = 20;
/** As many work items as are read at once: about 400 kB of an answer, which may have 4 MiB. */
const ITEMS_A_STATEMENT = 5000;

/**
 * Counts the blocks of the given projects again (of all without them) that are behind, or whose figures are others today. Says how
 * many projects were behind.
 */
export const refreshOutdated = async (now: number, timeZone: string, projects?: readonly number[]): Promise<number> => {
  const today = dayOf(now, timeZone);
  let refreshed = 0;
  for (const some of batches(projects ?? (await outdatedProjects(today)), PROJECTS_A_NOTE)) {
    const outdated = await outdatedAmong(some, today);
    await refresh(outdated, { now, today });
    refreshed += outdated.length;
  }
  return refreshed;
};

/**
 * The versions of the blocks were read before anything is counted, and are kept with what was: so whatever is written meanwhile, and a
 * crash at any statement, leaves blocks behind, to be counted again. Another refresh may run beside this one: nothing newer is
 * overwritten with something older.
 */
const refresh = async (projects: readonly OutdatedProject[], at: { now: number; today: number }): Promise<void> => {
  if (projects.length === 0) return;
  for (const few of bySize(projects.flatMap(({ blocks }) => blocks))) {
    const items = await countedItems(few.map(({ id }) => id));
    await storeFigures(
      few.map((block) => ({ block, figures: blockFigures(items.get(block.id) ?? [], at.today) })),
      at.today,
    );
  }
  await storeSummaries(await projectSummaries(projects.map(({ id }) => id)), at);
};

/** Puts blocks together as far as one statement can read them. */
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
