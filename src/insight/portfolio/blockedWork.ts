import type { BlockedWork } from '../../contract';
import { Cascade } from '../../domain/cascade';
import { fetchIssues } from '../../jira/issues';
import { blockedPage } from '../../store/blocks/blockedWork';
import { statedObjectives } from '../../store/objectives';
import { siteReading } from '../../sync/siteReading';
import { listedFields, summaryOf } from '../issueSummary';
import { statedFor } from './stated';
import type { PortfolioViewer } from './reading';

const MOST = 50;

/** The newest blocked open units that serve an objective or one below it, filled in from Jira as the viewer: one call. */
export const blockedWork = async (key: string, viewer: PortfolioViewer): Promise<BlockedWork> => {
  const { fields } = await siteReading();
  const cascade = new Cascade(await statedObjectives());
  statedFor(key, cascade, viewer);
  const covered = viewer.projects.map(({ id }) => id).filter((id) => viewer.browsable.has(id));
  const { ids, total } = await blockedPage([...cascade.subtree(key)], covered, MOST);
  const issues = await fetchIssues('user', ids, listedFields(fields));
  return { issues: issues.map((issue) => summaryOf(issue, fields)), hidden: ids.length - issues.length, total };
};
