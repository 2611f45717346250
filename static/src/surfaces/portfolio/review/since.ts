import type { Day } from '../../../../../src/contract';
import { usePastDay } from '../../../shared/past/pastDay';
import { useChoice } from '../../../shared/routing/address';
import { usePortfolio } from '../usePortfolio';

/** Since when changes are shown: the past day that is shown beside today, the last review, or so many days. */
export type Since = 'asOf' | 'last' | '7' | '30' | '90';

type Option = { value: Since; name: string };

const AS_OF: Option = { value: 'asOf', name: 'The day above' };
const SINCE: readonly Option[] = [
  { value: 'last', name: 'Last review' },
  { value: '7', name: '7 days' },
  { value: '30', name: '30 days' },
  { value: '90', name: '90 days' },
];

/**
 * The choice in the page's address. `day`: since when changes are shown; `null`: since the last review. Where a past day
 * is shown beside today, changes since that day are shown unless others are chosen.
 */
export function useSince(): { options: Option[]; since: Since; day: Day | null; choose: (since: Since) => void } {
  const { basis } = usePortfolio();
  const { day: past } = usePastDay(basis.to);
  const [chosen, choose] = useChoice('since');
  const options = past === null ? [...SINCE] : [AS_OF, ...SINCE];
  const usual = past === null ? 'last' : 'asOf';
  const since = options.find(({ value }) => value === chosen)?.value ?? usual;
  return {
    options,
    since,
    day: since === 'last' ? null : since === 'asOf' ? past : basis.to - Number(since),
    choose: (value) => choose(value === usual ? null : value),
  };
}
