import type { Portfolio, ProjectFigures } from '../../contract';
import { mixFigure } from '../../domain/work/mix';
import { coveredSyncState } from '../../site/syncState';
import { retaggedIn } from '../retagged';
import { basisOf, byProjectRef, projectRef } from './basis';
import { shownFactors } from './factors';
import { shownFindings } from './findings';
import { portfolioObjective } from './objectives';
import { portfolioFiguresFor } from './portfolioFigures';
import type { Look, PortfolioReading, PortfolioViewer } from './readPortfolio';
import { isShown } from './visibleObjective';

/** Objectives of a list that come with their trend, the largest of their figures. Others show it on their own page. */
const MOST_TRENDS = 500;

/** The portfolio page. Reads blocks: a fixed number of statements, no call to Jira. */
export const portfolio = async (look: Look, viewer: PortfolioViewer, now: number): Promise<Portfolio> => {
  const [figures, sync] = await Promise.all([
    portfolioFiguresFor(look, viewer, now),
    coveredSyncState(viewer.coverage, now),
  ]);
  const { reading, scores, outlook } = figures;
  return {
    basis: basisOf(reading, viewer),
    index: scores.index,
    factors: shownFactors(scores.factors, reading),
    effort: scores.effort,
    planned: scores.planned,
    retags: retaggedIn({ ...reading, statusOf: reading.cascade.statusOf, days: look.window }, scores.effort, {
      lastReview: viewer.lastReview,
      refOf: (project) => projectRef(project, reading),
    }),
    guardrail: viewer.settings.guardrail,
    allocations: scores.allocations,
    allocationFit: scores.allocationFit,
    trend: outlook.trend,
    findings: shownFindings(outlook.findings, reading),
    findingsTotal: outlook.findings.length,
    objectives: reading.cascade.objectives
      .filter((objective) => isShown(objective, viewer))
      .map((objective, at) => portfolioObjective(objective, figures, at < MOST_TRENDS)),
    projects: projectFigures(reading),
    mayEdit: viewer.mayEdit,
    sync,
  };
};

const projectFigures = (reading: PortfolioReading): ProjectFigures[] =>
  byProjectRef(
    reading.cells,
    ({ project }) => project,
    reading,
    (cells, project) => ({
      project,
      effort: mixFigure(cells, 'effort', reading.sizing, reading.cascade.statusOf),
      planned: mixFigure(cells, 'planned', reading.sizing, reading.cascade.statusOf),
    }),
  );
