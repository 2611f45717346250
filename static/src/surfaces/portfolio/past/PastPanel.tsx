import type { Portfolio } from '../../../../../src/contract';
import { ErrorState } from '../../../shared/ErrorState';
import { Loading } from '../../../shared/Loading';
import { PastSwitch } from '../../../shared/past/PastSwitch';
import { PastCard } from './PastCard';
import { usePast } from './usePast';

/** Chooses a past day, and shows the portfolio of that day beside today's. */
export function PastPanel({ portfolio }: { portfolio: Portfolio }) {
  const { day, past, error, isPlaceholderData, refetch } = usePast(portfolio);
  return (
    <>
      <PastSwitch today={portfolio.basis.to} />
      {day !== null && error && <ErrorState error={error} retry={() => void refetch()} />}
      {day !== null && !past && !error && <Loading lines={6} label="Loading the figures of that day" />}
      {past && !error && <PastCard past={past} portfolio={portfolio} isBusy={isPlaceholderData} />}
    </>
  );
}
