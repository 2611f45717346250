import { getAppContext } from '@forge/api';
import { dayOf } from '../domain/day';
import { typicalEstimate } from '../domain/estimate';
import { batches } from '../store/batches';
import { keepOverall } from '../store/overall/keep';
import { isOverallKept } from '../store/overall/kept';
import { outdatedAmong, type OutdatedProject, outdatedProjects, storeRefreshed } from '../store/projects';
import { refreshRollups } from '../store/refreshRollups';
import { noteFailedRecount } from '../store/setAside';
import { kindOf, noteFailure } from './noteFailure';

/** As many projects as are refreshed before that is noted. */
const PROJECTS_A_NOTE = 20;
/** As many work items as one statement counts, well inside what Forge SQL lets it take of time and memory. A larger project goes alone. */
const ITEMS_A_STATEMENT = 10_000;

/**
 * Recounts the roll-ups of the given projects (of all without them) where they are behind or end before today, and then adds them up
 * over all projects. Says how many were. What cannot be counted is noted, and keeps nobody from counting the rest.
 */
export const refreshOutdated = async (now: number, timeZone: string, projects?: readonly number[]): Promise<number> => {
  const today = dayOf(now, timeZone);
  let refreshed = 0;
  for (const some of batches(projects ?? (await outdatedProjects(today)), PROJECTS_A_NOTE)) {
    refreshed += await refresh(await outdatedAmong(some, today), { now, today });
  }
  // They may also be behind because the strategy changed, or because a function ended before it came here.
  if (refreshed > 0 || (projects === undefined && !(await isOverallKept()))) await unlessItFails(keepOverall);
  return refreshed;
};

/**
 * The versions were read before anything is counted, and are noted once all is: so whatever is written meanwhile, and a crash at
 * any statement, leaves the projects behind, to be counted again from the start. Another refresh may run beside this one: neither
 * a row nor a note of a newer version is overwritten with an older one. Says how many projects were counted.
 */
const refresh = async (projects: readonly OutdatedProject[], at: { now: number; today: number }): Promise<number> => {
  const counted: OutdatedProject[] = [];
  for (const few of bySize(projects)) counted.push(...(await count(few, at.today)));
  await storeRefreshed(
    counted.map(({ id, version, estimates }) => ({ id, version, typical: typicalEstimate(estimates) })),
    at,
  );
  return counted.length;
};

/** Counts some projects together and, where that fails, each alone. Answers those that could be counted; the others are noted. */
const count = async (projects: readonly OutdatedProject[], today: number): Promise<OutdatedProject[]> => {
  if (projects.length > 1) {
    const isCounted = await refreshRollups(projects, today).then(
      () => true,
      () => false,
    );
    if (isCounted) return [...projects];
  }
  const counted: OutdatedProject[] = [];
  for (const project of projects) {
    const failure = await unlessItFails(() => refreshRollups([project], today));
    if (failure === null) counted.push(project);
    else await noteFailedRecount(project.id, kindOf(failure.error).code);
  }
  return counted;
};

/** Does a part of the counting, and notes where it fails: it is done again, for the roll-up stays behind. */
const unlessItFails = async (work: () => Promise<void>): Promise<{ error: unknown } | null> => {
  try {
    await work();
    return null;
  } catch (error) {
    await noteFailure('recount', error, getAppContext().invocationId, Date.now());
    return { error };
  }
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
