import type { StrategyEvent } from '../../src/domain/strategy/strategyEvent';
import { checkInsPage, type KeptCheckIn } from '../../src/store/strategy/checkIns';
import { database } from '../../src/store/sql/database';
import { eventsPage } from '../../src/store/strategy/strategyEvents';

/** Sees drafts too. */
const EDITOR = { account: '', mayEdit: true };

/** The keys of all objectives, oldest first. */
const everyKey = async (): Promise<string[]> =>
  (await database.selectFrom('objective').select('objective_key').orderBy('id').execute()).map(
    ({ objective_key }) => objective_key,
  );

/** All check-ins on stated objectives, in the order they were made: each objective's pages, put together. */
export const allCheckIns = async (): Promise<KeptCheckIn[]> => {
  const found: KeptCheckIn[] = [];
  for (const of of await everyKey()) {
    for (let before: { day: number; id: number } | null | undefined = null; before !== undefined;) {
      const { rows, left }: Awaited<ReturnType<typeof checkInsPage>> = await checkInsPage({ of, before }, EDITOR);
      found.push(...rows);
      before = left > 0 ? rows.at(-1) : undefined;
    }
  }
  return found.sort((a, b) => a.id - b.id);
};

/** All changes since a day, and all of one objective if one is named, oldest first. */
export const strategyEvents = async (sinceDay: number, allOf?: string): Promise<StrategyEvent[]> => {
  const found: StrategyEvent[] = [];
  for (const of of await everyKey()) {
    for (let before: number | null | undefined = null; before !== undefined;) {
      const { rows, left }: Awaited<ReturnType<typeof eventsPage>> = await eventsPage({ of, before }, EDITOR);
      found.push(...rows.filter(({ day }) => day >= sinceDay || of === allOf));
      before = left > 0 ? rows.at(-1)?.revision : undefined;
    }
  }
  return found.sort((a, b) => a.at - b.at || a.revision - b.revision);
};
