import type { WhyItMatters } from '../../contract';
import { objectiveForecasts } from '../../domain/forecast/objectiveForecasts';
import type { Settings } from '../../domain/settings';
import { Cascade } from '../../domain/strategy/cascade';
import { objectiveFigures } from '../../domain/strategy/objectiveFigures';
import type { Sight } from '../../domain/work/coverage';
import { DEFAULT_WINDOW_DAYS } from '../../domain/time/window';
import type { Day } from '../../domain/time/day';
import { leverageOf } from '../../domain/work/leverage';
import { objectiveUnits } from '../../domain/work/objectiveUnits';
import { RUN } from '../../domain/work/workItem';
import { coveredSums } from '../../store/blocks/projectSums';
import { unlinkedByParent } from '../../store/blocks/unlinkedByParent';
import { weeksIn } from '../../store/blocks/weeksAndPeople';
import { checkInOutlines } from '../../store/strategy/checkInOutlines';
import { statedStrategy } from '../../store/strategy/statedStrategy';
import type { Projected } from '../../store/work/findWorkItems';
import { workIn } from '../project/overallWork';

type Visitor = { stored: readonly Projected[]; sight: Sight; settings: Settings };

/** Why an issue's work matters, or how much linking it would align. Three statements at most. */
export const whyItMatters = async ({ stored: [found], sight, settings }: Visitor, asOf: Day): Promise<WhyItMatters> => {
  if (!found) return { objective: null, aligns: null };
  const { serves } = found;
  if (serves === null) return { objective: null, aligns: found.level > 0 ? await unlinkedBelow(found) : null };
  return {
    objective: serves === RUN || !sight.seesTotals ? null : await briefOf(serves, { sight, settings, asOf }),
    aligns: null,
  };
};

const unlinkedBelow = async ({ id, project }: Projected): Promise<number> => {
  const below = (await unlinkedByParent(project, DEFAULT_WINDOW_DAYS)).find(({ parent }) => parent === id);
  return below ? leverageOf(below.cell, 'all', { measure: 'items', typical: new Map() }).units : 0;
};

/** What is to be known of an objective before its figures; `null`: it is a draft, or nobody stated it. */
const briefOf = async (
  key: string,
  { sight, settings: { cadenceDays }, asOf }: { sight: Sight; settings: Settings; asOf: Day },
): Promise<WhyItMatters['objective']> => {
  const [{ objectives, keyResults, description, servedKey }, sums] = await Promise.all([
    statedStrategy(key),
    coveredSums(['cells', 'weeks_items'], sight.coverage),
  ]);
  const cascade = new Cascade(objectives);
  const stated = cascade.find(key);
  if (!stated || stated.status === 'draft') return null;
  const checkIns = await checkInOutlines({
    asOf,
    from: asOf - cadenceDays,
    keyResults: keyResults.length,
    own: key,
  });
  const { own, cells, sizing } = workIn(sums, 'items', servedKey);
  const figures = objectiveFigures({ cascade, own, keyResults, checkIns, asOf, cadenceDays }).get(key);
  // A forecast looks at all objectives' past, and tells more than health does of those on track only.
  const forecasts =
    figures?.health === 'onTrack' && stated.target !== null
      ? objectiveForecasts(weeksIn(sums, { asOf, sizing, servedKey }), cascade, asOf, objectiveUnits(cells, cascade))
      : null;
  return {
    key,
    description,
    owner: stated.owner,
    target: stated.target,
    health: figures?.health ?? null,
    chance: forecasts?.get(key)?.forecast.chance ?? null,
    stated: figures?.stated ?? null,
  };
};
