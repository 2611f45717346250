import { z } from 'zod';
import { batches } from '../../domain/batches';
import { DAY_MS } from '../../domain/time/milliseconds';
import { readSetting, replaceSetting, writeSetting } from '../../store/runs/settingStore';
import { originAuthorsIn } from '../../store/tagging/tagOrigins';
import {
  assigneesIn,
  deleteUnseen,
  itemsAssigned,
  noteSeen,
  strategists,
  unassign,
} from '../../store/work/accountsInUse';
import { endOfBatch } from '../../store/work/recountItems';
import { rewriteItems } from '../follow/writeItems';

/** Setting: the walk through all work items that looks for people. Days in UTC. */
const WALK = 'people';
/** `after`: the last work item looked at; `null`: the walk is over */
const walkShape = z.object({ began: z.number(), after: z.number().nullable() });
type Walk = z.infer<typeof walkShape>;

const DAYS_BETWEEN = 7;
/**
 * An account that nothing names is deleted once it was not seen for so long before a walk began. Whoever uses an
 * account that was not seen for 14 days (`IDLE_DAYS`) says so first. So a number that a function is about to write was
 * either read a week before this walk began, which then saw it, or is not deleted.
 */
const UNUSED_DAYS = 21;
/** Work items that one statement looks at, and that one changes. */
const ITEMS_A_STRETCH = 5000;
const ITEMS_A_STATEMENT = 500;

/**
 * Walks through all work items by id once a week, and after people were erased, a stretch at a time, and goes on where
 * the last call stopped. It takes erased people off their work, which is then counted again, notes who is in use, and
 * at its end deletes the accounts that nothing names any more. There is no index by assignee: it would cost every issue
 * more bytes than a walk costs time. One statement between two walks.
 */
export const walkPeople = async (clock: () => number, until: number): Promise<void> => {
  let walk = await begunWalk(dayIn(clock()));
  while (walk !== null && walk.after !== null) {
    const { began, after } = walk;
    const upTo = await endOfBatch(after, ITEMS_A_STRETCH);
    if (upTo === null) await endWalk(began);
    else await walkThrough({ after, upTo }, began);
    const next: Walk = { began, after: upTo };
    // A walk was begun anew meanwhile. The rest is left to that one.
    if (!(await replaceSetting(WALK, walk, next))) return;
    walk = next;
    if (clock() > until) return;
  }
};

/** Begins the walk anew, because people were erased: their work may be behind the place that it has reached. */
export const restartWalk = (now: number): Promise<void> =>
  writeSetting(WALK, { began: dayIn(now), after: 0 } satisfies Walk);

/** The walk under way, or over since less than a week; else a new one. `null`: another function has begun one. */
const begunWalk = async (today: number): Promise<Walk | null> => {
  const kept = walkShape.safeParse(await readSetting(WALK)).data ?? null;
  if (kept !== null && (kept.after !== null || today < kept.began + DAYS_BETWEEN)) return kept;
  const begun: Walk = { began: today, after: 0 };
  return (await replaceSetting(WALK, kept, begun)) ? begun : null;
};

const walkThrough = async (stretch: { after: number; upTo: number }, day: number): Promise<void> => {
  const { known, gone } = await assigneesIn(stretch, day);
  await noteSeen([...known, ...(await originAuthorsIn(stretch, day))], day);
  if (gone.length === 0) return;
  for (const some of batches(await itemsAssigned(stretch, gone), ITEMS_A_STATEMENT)) {
    await rewriteItems(some, () => unassign(some, gone));
  }
};

const endWalk = async (day: number): Promise<void> => {
  await noteSeen(await strategists(), day);
  await deleteUnseen(day - UNUSED_DAYS);
};

const dayIn = (instant: number): number => Math.floor(instant / DAY_MS);
