import type { SaidOf } from './saidOf';

const crossChannel = 'Sales that touch more than one channel';
const ready = 'Orders ready within two hours';
const collections = 'Collections';
const travelling = 'Baskets that go on on another channel';

/** Check-ins on the seamless shop and all below it. OBJ-9 has no owner, and no recent check-in. */
export const channels: Record<string, SaidOf[]> = {
  'OBJ-6': [
    {
      day: -77,
      by: 'productManager',
      note: 'All teams agreed on one basket and one count of stock.',
      values: { [crossChannel]: 3.7 },
      health: 'onTrack',
    },
    {
      day: -49,
      by: 'productManager',
      note: 'Collection grows, baskets do not travel yet.',
      values: { [crossChannel]: 4.1 },
      health: 'onTrack',
    },
    {
      day: -21,
      by: 'productManager',
      note: 'Nearly all of the growth is collection.',
      values: { [crossChannel]: 4.3 },
      health: 'onTrack',
    },
  ],
  'OBJ-7': [
    {
      day: -82,
      by: 'productManager',
      note: 'Twelve counters are open.',
      values: { [ready]: 61, [collections]: 900 },
      health: 'onTrack',
    },
    {
      day: -68,
      by: 'productManager',
      note: 'Customers see when an order can be collected before they pay.',
      values: { [ready]: 64, [collections]: 1020 },
      health: 'onTrack',
    },
    {
      day: -54,
      by: 'productManager',
      note: 'Chilled orders went live without a melted ice cream.',
      values: { [ready]: 67, [collections]: 1150 },
      health: 'onTrack',
    },
    {
      day: -40,
      by: 'productManager',
      note: 'Lockers were not planned, but every store asks for them.',
      values: { [ready]: 70, [collections]: 1290 },
      health: 'onTrack',
    },
    {
      day: -26,
      by: 'productManager',
      note: 'The list of wishes grows faster than we build.',
      values: { [ready]: 73, [collections]: 1400 },
      health: 'onTrack',
    },
    {
      day: -12,
      by: 'productManager',
      note: 'Each store now wants its own kind of collection.',
      values: { [ready]: 74, [collections]: 1480 },
      health: 'onTrack',
      decision: 'Counters outside before lockers; no new wishes until both are done.',
    },
  ],
  'OBJ-8': [
    {
      day: -75,
      by: 'shopEngineer',
      note: 'Baskets are found by phone number.',
      values: { [travelling]: 6 },
      health: 'onTrack',
    },
    {
      day: -61,
      by: 'shopEngineer',
      note: 'Colleagues can take a basket over. Few customers know.',
      values: { [travelling]: 6.1 },
      health: 'onTrack',
    },
    {
      day: -47,
      by: 'shopEngineer',
      note: 'Delivery dates agree on every channel.',
      values: { [travelling]: 6 },
      health: 'onTrack',
    },
    {
      day: -33,
      by: 'shopEngineer',
      note: 'Everything works in the test store.',
      values: { [travelling]: 5.9 },
      health: 'onTrack',
    },
    {
      day: -19,
      by: 'shopEngineer',
      note: 'Vouchers travel with the basket.',
      values: { [travelling]: 6 },
      health: 'onTrack',
    },
    {
      day: -5,
      by: 'shopEngineer',
      note: 'We finish what we planned, but hardly anybody uses it.',
      values: { [travelling]: 6 },
      health: 'onTrack',
    },
  ],
  'OBJ-9': [
    {
      day: -38,
      by: 'productManager',
      note: 'First count with handhelds: better than we feared.',
      values: { 'Stock accuracy': 97.8 },
      health: 'onTrack',
    },
  ],
};
