import type { WindowDays } from '../../../src/domain/time/window';
import type { RetagCell } from '../../../src/domain/work/retags';
import { droppedDecisions } from '../../../src/settings/droppedDecisions';
import { siteSettings } from '../../../src/settings/siteSettings';
import { keyForIssue } from '../../../src/store/strategy/addObjectiveIssues';
import type { Site } from '../../site/site';
import type { Rollups } from '../../store/blocks/plainRollups';
import { rightFigures, rightRetags } from './figures';

/** What its admins decided of a site, and the app's keys of objectives that are issues. */
const decidedOn = (site: Site) =>
  site.runInApp(async () => {
    const keys = new Map([...site.jira.issues.all()].map(({ id }) => [Number(id), keyForIssue(Number(id))]));
    return {
      decided: { ...(await siteSettings()), dropped: await droppedDecisions() },
      keyOf: (issue: number) => keys.get(issue) ?? '',
    };
  });

/** What the app should hold by what its admins decided. */
export const decidedFigures = async (site: Site, days: WindowDays = 90): Promise<Rollups> => {
  const { decided, keyOf } = await decidedOn(site);
  return rightFigures(site, days, decided, keyOf);
};

/** The sums of retags that the app should hold. `retagged`: when items were retagged */
export const decidedRetags = async (site: Site, retagged: ReadonlyMap<number, number>): Promise<RetagCell[]> => {
  const { decided, keyOf } = await decidedOn(site);
  return rightRetags(site, decided, retagged, keyOf);
};
