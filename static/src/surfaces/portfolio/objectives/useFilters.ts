import { HEALTHS } from '../../../../../src/domain/strategy/health';
import { PERSPECTIVES } from '../../../../../src/domain/strategy/objective';
import { useEffect, useState } from 'react';
import { useDebounced } from '../../../shared/useDebounced';
import { useAddress } from '../../../shared/routing/address';
import { UNSET, NO_FILTERS, PERIODS, type Filters } from './filters';

const TYPING_MS = 250;
const ARCHIVED = 'archived';
const TEXT = 'q';

const among = <T extends string>(options: readonly T[], value: string | null): T | null =>
  options.find((option) => option === value) ?? null;

/** The filters, kept in the page's address, so that Back, a reload and a shared link show the same list. */
export function useFilters() {
  const [query, put] = useAddress();

  // Typed text filters at once; the address follows after a pause.
  const inAddress = query.get(TEXT) ?? '';
  const [text, setText] = useState(inAddress);
  const settled = useDebounced(text, TYPING_MS).trim();
  useEffect(() => {
    if (settled !== inAddress) put({ [TEXT]: settled });
    // The address follows the typed text, not the other way round.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [settled]);

  const perspective = query.get('perspective');
  const filters: Filters = {
    text,
    period: among(PERIODS, query.get('period')) ?? NO_FILTERS.period,
    owner: query.get('owner'),
    perspective: perspective === UNSET ? UNSET : among(PERSPECTIVES, perspective),
    health: among(HEALTHS, query.get('health')),
  };
  return {
    filters,
    withArchived: query.get(ARCHIVED) === '1',
    setWithArchived: (withArchived: boolean) => put({ [ARCHIVED]: withArchived ? '1' : null }),
    change: ({ text: typed, ...others }: Partial<Filters>) => {
      if (typed !== undefined) setText(typed);
      if (Object.keys(others).length === 0) return;
      put({ ...others, ...(others.period === NO_FILTERS.period && { period: null }) });
    },
    clear: () => {
      setText('');
      put({ [TEXT]: null, period: null, owner: null, perspective: null, health: null });
    },
  };
}
