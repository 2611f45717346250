import type { Day, Health, Perspective, PortfolioObjective } from '../../../../../src/contract';
import { titled } from '../../../shared/words';
import { periodAround, type Window } from '../../../../../src/domain/time/window';

export const PERIODS = ['any', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** Selects objectives without an owner, or without a perspective. */
export const UNSET = ':none';

/** What objectives must match. `null` and an empty text: any. */
export type Filters = {
  text: string;
  period: Period;
  /** an account id, or `UNSET` */
  owner: string | null;
  perspective: Perspective | typeof UNSET | null;
  health: Health | null;
};

export const NO_FILTERS: Filters = { text: '', period: 'any', owner: null, perspective: null, health: null };

export const isFiltering = (filters: Filters): boolean =>
  filters.text.trim() !== '' ||
  filters.period !== 'any' ||
  filters.owner !== null ||
  filters.perspective !== null ||
  filters.health !== null;

/** Whether an objective's dates overlap a period. A missing date leaves that end open. */
function overlaps({ start, target }: PortfolioObjective, { from, to }: Window): boolean {
  return (start === null || start <= to) && (target === null || target >= from);
}

/** Returns a test whether an objective matches all filters. `today`: in the site's time zone */
export function matcher(filters: Filters, today: Day): (objective: PortfolioObjective) => boolean {
  const words = filters.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const period = filters.period === 'any' ? null : periodAround(today, filters.period);
  return (objective) => {
    const text = titled(objective.objective).toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (period === null || overlaps(objective, period)) &&
      (filters.owner === null || (objective.owner ?? UNSET) === filters.owner) &&
      (filters.perspective === null || (objective.perspective ?? UNSET) === filters.perspective) &&
      (filters.health === null || objective.health === filters.health)
    );
  };
}
