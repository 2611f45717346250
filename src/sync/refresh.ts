import { dayOf } from '../domain/day';
import { typicalEstimate } from '../domain/estimate';
import { batches } from '../store/batches';
import { keepOverall } from '../store/overall/keep';
import { isOverallKept } from '../store/overall/kept';
import { outdatedAmong, type OutdatedProject, outdatedProjects, storeRefreshed } from '../store/projects';
import { refreshRollups } from '../store/refreshRollups';

/** As many projects as are refreshed before that is noted. */
const PROJECTS_A_NOTE = 20;
/** As many work items as one statement counts, well inside what Forge SQL lets it take of time and memory. A larger project goes alone. */
const ITEMS_A_STATEMENT = 10_000;

/**
 * Recounts the roll-ups of the given projects (of all without them) where they are behind or end before today, and then adds them up
 * over all projects. Says how many were.
 */
export const refreshOutdated = async (now: number, timeZone: string, projects?: readonly number[]): Promise<number> => {
  const today = dayOf(now, timeZone);
  let refreshed = 0;
  for (const some of batches(projects ?? (await outdatedProjects(today)), PROJECTS_A_NOTE)) {
    const outdated = await outdatedAmong(some, today);
    await refresh(outdated, { now, today });
    refreshed += outdated.length;
  }
  // They may also be behind because the strategy changed, or because a function ended before it came here.
  if (refreshed > 0 || (projects === undefined && !(await isOverallKept()))) await keepOverall();
  return refreshed;
};

/**
 * The versions were read before anything is counted, and are noted once all is: so whatever is written meanwhile, and a crash at
 * any statement, leaves the projects behind, to be counted again from the start. Another refresh may run beside this one: neither
 * a row nor a note of a newer version is overwritten with an older one.
 */
const refresh = async (projects: readonly OutdatedProject[], at: { now: number; today: number }): Promise<void> => {
  for (const few of bySize(projects)) await refreshRollups(few, at.today);
  await storeRefreshed(
    projects.map(({ id, version, estimates }) => ({ id, version, typical: typicalEstimate(estimates) })),
    at,
  );
};

/** Puts projects together as far as one statement can count them. */
const bySize = (projects: readonly OutdatedProject[]): OutdatedProject[][] => {
  const together: OutdatedProject[][] = [];
  let room = 0;
  for (const project of projects) {
    const last = together.at(-1);
    if (last && project.items <= room) last.push(project);
    else {
      together.push([project]);
      room = ITEMS_A_STATEMENT;
    }
    room -= project.items;
  }
  return together;
};
