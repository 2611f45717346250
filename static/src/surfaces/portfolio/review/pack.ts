import type { PastPortfolio, Portfolio, PortfolioObjective, Review } from '../../../../../src/contract';
import { ownersIn } from '../../../../../src/domain/strategy/history';
import type { People } from '../figures/people';

/**
 * What the review shows, on the page, as Markdown and as CSV. `past`: the portfolio of a past day, to stand beside
 * today's; `null`: none is chosen
 */
export type ReviewPack = { portfolio: Portfolio; review: Review; people: People; past: PastPortfolio | null };

export const activeObjectives = ({ objectives }: Pick<Portfolio, 'objectives'>): PortfolioObjective[] =>
  objectives.filter(({ objective, archived }) => objective.status === 'active' && !archived);

/** An objective's work progress then and now, 0…1; `null`: not known. */
export const progressOf = ({ progress }: Review, key: string): { before: number | null; now: number | null } =>
  progress.find(({ objective }) => objective === key) ?? { before: null, now: null };

/** The account ids of all people in the review. */
export const peopleOf = ({ objectives }: Portfolio, { changes, checkIns }: Review): string[] =>
  [
    ...objectives.map(({ owner }) => owner),
    ...changes.map(({ author }) => author),
    ...changes.flatMap((entry) => ownersIn(entry.changes)),
    ...checkIns.map(({ author }) => author),
  ].filter((accountId) => accountId !== null);
