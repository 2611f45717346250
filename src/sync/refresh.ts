import { dayOf } from '../domain/day';
import { typicalEstimate } from '../domain/estimate';
import { estimateCounts, outdatedProjects, type OutdatedProject, storeRefreshed } from '../store/projects';
import { refreshRollups } from '../store/refreshRollups';

/** Recounts the roll-ups of the given projects (of all without them) where they are behind or end before today. Says how many were. */
export const refreshOutdated = async (now: number, timeZone: string, projects?: readonly number[]): Promise<number> => {
  const today = dayOf(now, timeZone);
  const outdated = await outdatedProjects(today, projects);
  for (const project of outdated) await refresh(project, { now, today });
  return outdated.length;
};

/** Notes the version last, so that a crash leaves the project behind. */
const refresh = async (project: OutdatedProject, at: { now: number; today: number }): Promise<void> => {
  const counts = await estimateCounts(at.today, project.id);
  await refreshRollups(project.id, project.version, at.today);
  await storeRefreshed(project, typicalEstimate(counts.get(project.id) ?? []), at);
};
