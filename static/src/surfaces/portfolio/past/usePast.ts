import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Portfolio } from '../../../../../src/contract';
import { usePastDay } from '../../../shared/past/pastDay';
import { asking } from '../../../shared/queries';
import { useLook } from '../../../shared/routing/look';

/** The portfolio as of the past day in the page's address. Nothing is asked if there is none. */
export function usePast({ basis }: Pick<Portfolio, 'basis'>) {
  const look = useLook();
  const { day } = usePastDay(basis.to);
  const query = useQuery({
    ...asking('pastPortfolio', { ...look, day: day ?? basis.to }),
    enabled: day !== null,
    placeholderData: keepPreviousData,
  });
  return { ...query, day, past: day === null ? null : (query.data ?? null) };
}
