import type { Contract, ObjectiveDraft, StatedObjective, Strategy } from '../../src/contract';
import type { StrategyEvent } from '../../src/domain/strategy/strategyEvent';
import { strategyEvents } from './allTexts';
import { dataOf, makeWorld, type Person } from '../resolvers/world';
import type { Site } from '../site/site';

export const FIELD = 'strategic-objective';

/** An active objective at the top that says no more than its title. */
export const DRAFT: ObjectiveDraft = {
  title: 'Serve faster',
  description: null,
  owner: null,
  parent: null,
  weight: null,
  perspective: null,
  start: null,
  target: null,
  status: 'active',
  headline: 'work',
  keyResults: [],
};

/** A new key result. */
export const NPS = {
  id: null,
  title: 'NPS',
  unit: 'points',
  goal: { kind: 'reach', baseline: 20, target: 50 },
  weight: null,
} as const;

/** What a person can state of an objective, out of what stands. */
const draftOf = (stated: StatedObjective): ObjectiveDraft =>
  Object.fromEntries(
    Object.keys(DRAFT).map((field) => [field, stated[field as keyof ObjectiveDraft]]),
  ) as ObjectiveDraft;

/** A site with the strategy of `makeWorld`, as its editor sees it. */
export type Editing = {
  site: Site;
  ask: <K extends keyof Contract>(
    call: K,
    payload: Parameters<Contract[K]>[0],
    person?: Person,
  ) => Promise<ReturnType<Contract[K]>>;
  /** changes some of what an objective states, or states a new one */
  save: (key: string, revision: number | null, changes: Partial<ObjectiveDraft>) => Promise<StatedObjective>;
  strategy: () => Promise<Strategy>;
  find: (key: string) => Promise<StatedObjective | undefined>;
};

export const inEditing = async (
  work: (editing: Editing) => Promise<void>,
  load?: (site: Site) => void,
): Promise<void> => {
  const { site, onPortfolio } = await makeWorld(load);
  const strategy = async () => dataOf(await onPortfolio('editor', 'strategy', {}));
  const find = async (key: string) => {
    const found = await onPortfolio('editor', 'statedObjective', { key });
    return found.ok || found.error.code !== 'notFound' ? dataOf(found) : undefined;
  };
  await work({
    site,
    strategy,
    find,
    ask: (call, payload, person = 'editor') => onPortfolio(person, call, payload),
    save: async (key, revision, changes) => {
      const stated = await find(key);
      const objective = { ...(stated ? draftOf(stated) : DRAFT), ...changes };
      return dataOf(await onPortfolio('editor', 'saveObjective', { key, revision, objective }));
    },
  });
  await site.close();
};

/** The events of one objective, oldest first. */
export const eventsOf = async (key: string): Promise<StrategyEvent[]> =>
  (await strategyEvents(0)).filter(({ objective }) => objective === key);
