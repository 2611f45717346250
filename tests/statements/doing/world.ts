import type { Answer, Contract } from '../../../src/contract';
import type { BenchSite } from '../../bench/site/buildSite';
import type { Site } from '../../site/site';

type Calls = keyof Contract;
type Data<K extends Calls> = Extract<ReturnType<Contract[K]>, { ok: true }>['data'];
type Where = { moduleKey: string; extension: object };

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;
export const FIELD = 'strategic-objective';

/**
 * A site on which everything is done. `gone` is a small project that is archived and restored, `leftOut` one that an admin leaves out for
 * a while.
 */
export type World = { site: Site; made: BenchSite; gone: string; leftOut: string };

export const inProject = ({ made }: World): Where => ({
  moduleKey: 'project-alignment',
  extension: { project: { id: made.largest.id, key: made.largest.key } },
});
export const onIssue = ({ site }: World, key: string): Where => {
  const { id, project } = site.jira.issue(key);
  return {
    moduleKey: 'alignment-panel',
    extension: { issue: { id, key }, project: { id: project.id, key: project.key } },
  };
};
export const PORTFOLIO: Where = { moduleKey: 'portfolio', extension: {} };
export const SETTINGS: Where = { moduleKey: 'alignment-settings', extension: {} };

export const call = async <K extends Calls>(
  { site }: World,
  accountId: string,
  where: Where,
  name: K,
  payload: Parameters<Contract[K]>[0],
): Promise<Data<K>> => {
  const answer = (await site.invoke(name, payload, { accountId, ...where })) as Answer<Data<K>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.data;
};

/** Delivers what is due, and what comes of it within a minute. */
export const settle = async ({ site }: World): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await site.settle();
    site.clock.advance(MINUTE_MS / 4);
  }
  await site.settle();
};

/** Five minutes pass, with the safety net and what it asks for. */
export const fiveMinutes = async (world: World): Promise<void> => {
  world.site.clock.advance(5 * MINUTE_MS);
  await world.site.schedule('fiveMinute');
  await settle(world);
};
