import type { Day } from '../../../../../src/contract';
import { useChoice } from '../../../shared/routing/address';
import { usePortfolio } from '../usePortfolio';

/** Since when changes are shown: the last review, or so many days. */
export type Since = 'last' | '7' | '30' | '90';

export const SINCE: { value: Since; name: string }[] = [
  { value: 'last', name: 'Last review' },
  { value: '7', name: '7 days' },
  { value: '30', name: '30 days' },
  { value: '90', name: '90 days' },
];

/** The choice in the page's address. `day`: since when changes are shown; `null`: since the last review */
export function useSince(): { since: Since; day: Day | null; choose: (since: Since) => void } {
  const { basis } = usePortfolio();
  const [chosen, choose] = useChoice('since');
  const since = SINCE.find(({ value }) => value === chosen)?.value ?? 'last';
  return {
    since,
    day: since === 'last' ? null : basis.to - Number(since),
    choose: (value) => choose(value === 'last' ? null : value),
  };
}
