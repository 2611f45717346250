import type { SaidOf } from './saidOf';

const returned = 'Return on marketing spend';
const redeemed = 'Offers redeemed';
const mailings = 'Mass mailings';

/** Check-ins on marketing and all below it. */
export const marketing: Record<string, SaidOf[]> = {
  'OBJ-10': [
    {
      day: -70,
      by: 'marketer',
      note: 'We now know what a campaign earns, not only what it costs.',
      values: { [returned]: 2.1 },
      health: 'onTrack',
    },
    { day: -42, by: 'marketer', note: 'Offers pay; brochures do not.', values: { [returned]: 2.4 }, health: 'onTrack' },
  ],
  'OBJ-11': [
    {
      day: -56,
      by: 'marketer',
      note: 'The first-visit offer is live.',
      values: { [redeemed]: 3.2, [mailings]: 3 },
      health: 'onTrack',
    },
    { day: -42, by: 'marketer', note: 'Offers fit the shopping list.', values: { [redeemed]: 3.9 }, health: 'onTrack' },
    {
      day: -28,
      by: 'marketer',
      note: 'One mass mailing fewer, and nobody missed it.',
      values: { [redeemed]: 4.8, [mailings]: 2 },
      health: 'onTrack',
      decision: 'Drop the Thursday mailing for good.',
    },
    {
      day: -14,
      by: 'marketer',
      note: 'Tills redeem offers. Quiet hours come next.',
      values: { [redeemed]: 5.4 },
      health: 'onTrack',
    },
  ],
};
