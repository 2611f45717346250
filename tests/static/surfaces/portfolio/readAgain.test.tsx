import '../../support/bridge';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { asking } from '../../../../static/src/shared/queries';
import { useReadAgain } from '../../../../static/src/surfaces/portfolio/usePortfolio';

it('a change of the strategy makes the impact of a further one be asked again', async () => {
  const client = new QueryClient();
  const impact = asking('objectiveImpact', { key: 'OBJ-1', parent: null, status: 'active' });
  client.setQueryData<unknown>(impact.queryKey, {});
  const { result } = renderHook(useReadAgain, {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  await result.current();
  expect(client.getQueryState(impact.queryKey)?.isInvalidated).toBe(true);
});
