import { FEWEST_PEOPLE } from '../../../../../../src/domain/scores/buyIn';
import { NONE } from '../../../../shared/format';
import { explainAs, type Explainer } from './common';

export const explainBuyIn: Explainer = (portfolio, format) => {
  const { people, aligned } = portfolio.factors.buyIn;
  return explainAs('buyIn', portfolio, format, {
    missing: `${people === 0 ? 'nobody is' : people === 1 ? 'only one person is' : `only ${format.number(people)} people are`} assigned work that is not run the business. Of fewer than ${FEWEST_PEOPLE} people a share would name somebody; assign work in progress to more of them.`,
    formula:
      'people with aligned effort ÷ people with effort that is not run the business. Effort is work in progress, or done within the window, that is assigned to somebody.',
    inputs: [
      { name: 'People with aligned effort', value: aligned === null ? NONE : format.number(aligned) },
      { name: 'People with effort that is not run', value: format.number(people) },
    ],
    leftOut: ['Work that is assigned to nobody, and people who only run the business.'],
  });
};
