import type { SaidOf } from './saidOf';

const share = 'Market share in our cities';
const perMetre = 'Sales per square metre';
const csat = 'CSAT after a contact';
const complaints = 'Complaints per thousand orders';
const nps = 'Net promoter score';
const wait = 'Wait at the till';
const answered = 'Questions answered within the hour';

/** Check-ins on superior service and all below it. */
export const service: Record<string, SaidOf[]> = {
  'OBJ-1': [
    {
      day: -80,
      by: 'admin',
      note: 'The year begins as planned. Two competitors cut prices.',
      values: { [share]: 18.7, [perMetre]: 4240 },
      health: 'onTrack',
    },
    {
      day: -62,
      by: 'admin',
      note: 'Share grows where collection started early.',
      values: { [share]: 18.8 },
      health: 'onTrack',
    },
    {
      day: -45,
      by: 'admin',
      note: 'Less growth than hoped for, and more of it on the web.',
      values: { [share]: 18.9, [perMetre]: 4255 },
      health: 'onTrack',
    },
    {
      day: -24,
      by: 'admin',
      note: 'Queues cost us the evening shoppers. Everything else holds.',
      values: { [share]: 19.05, [perMetre]: 4275 },
      health: 'atRisk',
    },
    {
      day: -3,
      by: 'admin',
      note: 'Slow but steady. Much of our effort is in things that no objective asks for.',
      values: { [share]: 19.2, [perMetre]: 4300 },
      health: 'atRisk',
    },
  ],
  'OBJ-2': [
    {
      day: -78,
      by: 'storeLead',
      note: 'Ten stores have greeters. First week was shy, second was fun.',
      values: { [csat]: 79.5, [complaints]: 13 },
      health: 'onTrack',
    },
    {
      day: -64,
      by: 'storeLead',
      note: 'Complaints about missing sizes fall where greeters know the stock.',
      values: { [csat]: 80.4, [complaints]: 12.5 },
      health: 'onTrack',
    },
    {
      day: -50,
      by: 'storeLead',
      note: 'Floor staff settle most complaints on the spot.',
      values: { [csat]: 81.4, [complaints]: 11.9 },
      health: 'onTrack',
    },
    {
      day: -36,
      by: 'storeLead',
      note: 'Tablets are late; leads use their own phones meanwhile.',
      values: { [csat]: 81.5 },
      health: 'onTrack',
    },
    {
      day: -22,
      by: 'storeLead',
      note: 'Queues are now what people complain about most.',
      values: { [csat]: 81.6, [complaints]: 11.8 },
      health: 'atRisk',
      decision: 'Greeters help pack at the till between five and seven.',
    },
    {
      day: -8,
      by: 'storeLead',
      note: 'Packing helps. The rest hangs on self-checkout.',
      values: { [csat]: 81.9, [complaints]: 11.7 },
      health: 'atRisk',
    },
  ],
  'OBJ-3': [
    {
      day: -76,
      by: 'marketer',
      note: 'First survey sent after collections: one in four answers.',
      values: { [nps]: 33 },
      health: 'onTrack',
    },
    {
      day: -55,
      by: 'marketer',
      note: 'Thank-you notes to those who recommend us are well liked.',
      values: { [nps]: 36.5 },
      health: 'onTrack',
    },
    {
      day: -34,
      by: 'marketer',
      note: 'Nobody has time to read the comments. They pile up.',
      values: { [nps]: 36.6 },
      health: 'onTrack',
    },
    {
      day: -13,
      by: 'marketer',
      note: 'The anniversary takes everybody until its day. Comments: still unread.',
      values: { [nps]: 36.7 },
      health: 'atRisk',
    },
  ],
  'OBJ-4': [
    {
      day: -79,
      by: 'tillEngineer',
      note: 'Scales without a button are in three stores.',
      values: { [wait]: 4.6 },
      health: 'onTrack',
    },
    {
      day: -65,
      by: 'tillEngineer',
      note: 'Age checks no longer stop the belt.',
      values: { [wait]: 4.4 },
      health: 'onTrack',
    },
    { day: -51, by: 'tillEngineer', note: 'Phones pay at self-checkout.', values: { [wait]: 4.1 }, health: 'onTrack' },
    {
      day: -37,
      by: 'tillEngineer',
      note: 'The office of weights wants to see every scale. That takes weeks.',
      values: { [wait]: 3.8 },
      health: 'atRisk',
      decision: 'Ask the office for one day on which it sees them all.',
    },
    {
      day: -23,
      by: 'tillEngineer',
      note: 'Still no certificate, so no roll-out.',
      values: { [wait]: 3.6 },
      health: 'atRisk',
      decision: 'Roll out with the old scales; refunds come last.',
    },
    {
      day: -9,
      by: 'tillEngineer',
      note: 'The first ten scales passed.',
      values: { [wait]: 3.4 },
      health: 'atRisk',
      decision: 'Ten days more: self-checkout needs all its scales.',
    },
  ],
  'OBJ-5': [
    {
      day: -57,
      by: 'productManager',
      note: 'Questions on product pages reach the store that has the product.',
      values: { [answered]: 44 },
      health: 'onTrack',
    },
    {
      day: -43,
      by: 'productManager',
      note: 'Chats are handed over with their history.',
      values: { [answered]: 49 },
      health: 'onTrack',
    },
    {
      day: -29,
      by: 'productManager',
      note: 'Agents see the order while they chat.',
      values: { [answered]: 55 },
      health: 'onTrack',
    },
    {
      day: -15,
      by: 'productManager',
      note: 'The web does its part. Counters and the voice of our answers wait for stores and marketing.',
      values: { [answered]: 60 },
      health: 'onTrack',
    },
    {
      day: -1,
      by: 'productManager',
      note: 'Evenings are the gap: stores do not see the questions yet.',
      values: { [answered]: 63 },
      health: 'atRisk',
    },
  ],
  'OBJ-13': [
    {
      day: -60,
      by: 'marketer',
      note: 'Posters work better than mails.',
      values: { 'Card holders': 41_000 },
      health: 'onTrack',
    },
    {
      day: -31,
      by: 'marketer',
      note: 'Past the goal. Thank you, stores!',
      values: { 'Card holders': 52_300 },
      health: 'onTrack',
    },
  ],
  'OBJ-15': [
    {
      day: -6,
      by: 'trainer',
      note: 'The courses are written; the first one begins in eighteen days.',
      health: 'onTrack',
    },
  ],
};
