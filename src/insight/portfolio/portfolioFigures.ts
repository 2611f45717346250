import { type Outlook, outlookOf } from '../../domain/forecast/outlook';
import { type Scores, scoresOf } from '../../domain/scores/scores';
import type { Day } from '../../domain/time/day';
import { turnedActive } from '../../domain/strategy/turn';
import { type Beside, type Look, type PortfolioReading, type PortfolioViewer, readPortfolio } from './readPortfolio';

/** Everything that portfolio pages show, computed from one reading, so that pages agree. */
export type PortfolioFigures = {
  reading: PortfolioReading;
  scores: Scores;
  outlook: Outlook;
  /** when objectives turned active, as far back as changes were read */
  activeSince: ReadonlyMap<string, Day>;
};

export const portfolioFiguresFor = async (
  look: Look,
  viewer: Pick<PortfolioViewer, 'coverage' | 'projects' | 'settings'>,
  now: number,
  beside: Beside = {},
): Promise<PortfolioFigures> => {
  const reading = await readPortfolio(look, viewer, now, beside);
  const { cadenceDays, responseDays } = viewer.settings;
  const execution = { ...reading, cadenceDays, responseDays };
  const scores = scoresOf(execution);
  return {
    reading,
    scores,
    outlook: outlookOf(execution, scores, reading),
    activeSince: turnedActive(reading.cascade.objectives, reading.events),
  };
};
