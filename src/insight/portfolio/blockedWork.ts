import type { BlockedWork } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { blockedPage } from '../../store/blocks/blockedWork';
import { statedObjectives } from '../../store/strategy/statedStrategy';
import { siteReading } from '../../site/siteReading';
import { visibleObjective } from './visibleObjective';
import type { PortfolioViewer } from './readPortfolio';

const MOST = 50;

/** The newest blocked open units on an objective or below it, in projects that the viewer may browse. */
export const blockedWork = async (key: string, viewer: PortfolioViewer): Promise<BlockedWork> => {
  const { fields } = await siteReading();
  const cascade = new Cascade(await statedObjectives());
  visibleObjective(key, cascade, viewer);
  const { ids, total } = await blockedPage([...cascade.subtree(key)], [...viewer.coverage.browsable], MOST);
  return { issues: ids.map((id) => ({ id: String(id) })), estimates: fields.estimates, total };
};
