import { writtenPercent } from '../../../static/src/shared/writtenPercent';

/** A ratio 0…1 as the pages write it: `64 %`, `99.7 %`. `null`: no value */
export const percent = (ratio: number | null): string => {
  if (ratio === null) return '–';
  const written = writtenPercent(ratio);
  return `${Number((100 * written.ratio).toFixed(written.decimals))} %`;
};

/** A ratio 0…1 with a decimal whatever it is: `64.0 %`. */
export const finePercent = (ratio: number | null): string =>
  ratio === null ? '–' : `${(100 * writtenPercent(ratio).ratio).toFixed(1)} %`;
