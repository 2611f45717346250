import type { PastLinks } from '../contract';
import { isKeyOfIssue } from '../domain/strategy/objectiveKey';
import { siteReading } from '../site/siteReading';
import { statedAndServed } from '../store/strategy/statedStrategy';
import { newestLinked } from '../store/work/newestLinked';

/** Of how many projects at most links are learned from at once: those named first. */
const MOST_PROJECTS = 20;

/**
 * The newest links to active objectives in some projects, all of which the viewer may browse. Three statements, however much
 * work there is.
 * @param seesOwners whether the viewer may see who owns an objective
 */
export const pastLinks = async (
  projects: readonly number[],
  { limit, seesOwners }: { limit: number; seesOwners: boolean },
): Promise<PastLinks> => {
  const [{ objectives, served, servedKey }, { fields }] = await Promise.all([statedAndServed(), siteReading()]);
  // What serves an objective that is an issue is said in Jira.
  const active = objectives.filter(({ key, status }) => status === 'active' && !isKeyOfIssue(key));
  const ids = active.flatMap(({ key }) => served.get(key) ?? []);
  const linked = await newestLinked(projects.slice(0, MOST_PROJECTS), ids, limit);
  return {
    links: linked.flatMap(({ id, objective }) => {
      const key = servedKey(objective);
      return key === null ? [] : [{ id: String(id), objective: key }];
    }),
    candidates: active.map(({ key, title, owner, start }) => ({ key, title, owner: seesOwners ? owner : null, start })),
    fields: { objective: fields.objective, sprint: fields.sprint, team: fields.team },
  };
};
