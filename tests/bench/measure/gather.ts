import type { Asked } from '../meter';
import { READER } from '../site/buildSite';
import type { World } from './world';

/**
 * The alternative to the app: a page that reads its issues by JQL at each view, 100 a call. It only reads, and counts
 * nothing.
 */
export type Gather = { project: Asked; portfolio: Asked };

/** Gathers the issues of the typical project, and those of the whole site. */
export async function measureGather(world: World): Promise<Gather> {
  const { functions, meter, made } = world;
  const gather = async (jql: string): Promise<Asked> => {
    const { asked } = await meter.during(() =>
      functions.runModule('tests/bench/measure/gatherPage.ts', 'gatherPage', jql, READER),
    );
    return asked;
  };
  return {
    project: await gather(`project = ${made.typical.id}`),
    portfolio: await gather('project is not EMPTY'),
  };
}
