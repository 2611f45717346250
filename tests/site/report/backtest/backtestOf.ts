import { statedStrategy } from '../../../../src/store/strategy/statedStrategy';
import { allWorkItems } from '../allWorkItems';
import { type Backtest, backtest } from './backtest';
import { scopeHistories } from './scopeHistory';

/** Replays the forecasts of the projects and objectives that the app has read. */
export const backtestOf = async (lastDay: number): Promise<Backtest> => {
  const { objectives } = await statedStrategy();
  return backtest(scopeHistories(await allWorkItems(), objectives, lastDay), lastDay);
};
