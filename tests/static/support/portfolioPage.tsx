import type { Portfolio } from '../../../src/contract';
import { functionMatrix } from './matrixSamples';
import { ok, placePage } from './bridge';
import { openPage } from './render';
import { portfolio } from './portfolioSamples';

/** Opens the portfolio page at an address, over a back end that answers with a portfolio in the look that is asked for. */
export const openPortfolio = (
  shown: Partial<Portfolio> = {},
  address = '/',
  more: Parameters<typeof placePage>[2] = {},
) => {
  const data = { ...portfolio, ...shown };
  placePage(
    'portfolio',
    {},
    {
      portfolio: ({ window, measure }) => ok({ ...data, basis: { ...data.basis, window, measure } }),
      functionMatrix: ({ by }) => ok({ ...functionMatrix, by }),
      ...more,
    },
    address,
  );
  return openPage();
};
