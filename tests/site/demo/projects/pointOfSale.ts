import type { DemoProject } from '../project';

export const pointOfSale: DemoProject = {
  key: 'POS',
  name: 'Point of sale',
  people: ['tillEngineer', 'engineer', 'shopEngineer'],
  estimate: 'storyPoints',
  versions: [
    { name: 'Till 7.4', released: true },
    { name: 'Till 7.5', released: true },
    { name: 'Till 8.0', released: false },
  ],
  themes: [
    {
      epic: 'Shorter queues',
      serves: 'OBJ-4',
      component: 'Till',
      stories: [
        'Open a second till when five people wait',
        'Scan while the customer unpacks',
        'Pay by phone without a signature',
        'Weigh fruit at the till in one step',
        'Show the queue length to the shift lead',
        'Self-checkout for up to ten items',
        'Call for age checks without stopping the belt',
      ],
    },
    {
      epic: 'The web basket at the till',
      serves: 'OBJ-8',
      component: 'Till',
      stories: [
        'Find a basket by its collection code',
        'Add shelf items to a paid order',
        'Accept web vouchers at the till',
        'Return a web order in the store',
        'Print one receipt for both channels',
      ],
    },
    {
      epic: 'Every sale counts down the stock',
      serves: 'OBJ-9',
      component: 'Stock',
      stories: [
        'Report each sale within ten seconds',
        'Count returns back at once',
        'Catch up after a till was offline',
      ],
    },
    {
      epic: 'Till hardware refresh',
      serves: null,
      component: 'Hardware',
      stories: [
        'Choose the new receipt printer',
        'Test card readers with gloves on',
        'Cable plan for the corner tills',
        'Sort out the old cash drawers',
        'Brighter screens for the garden centre',
        'Mount for the second scanner',
        'Agree on spare parts per region',
      ],
    },
    {
      epic: 'Fiscal rules and audits',
      serves: 'RUN',
      component: 'Compliance',
      stories: [
        'Update the fiscal memory module',
        'New tax rate for books',
        'Answer the auditor’s questions',
        'Keep journals for ten years',
      ],
    },
    {
      epic: 'Reporting rewrite',
      serves: null,
      component: 'Reports',
      stories: [
        'Replace the nightly report job',
        'Same totals in every currency',
        'Drop reports that nobody opens',
        'Let regions build their own charts',
      ],
    },
  ],
  faults: [
    'Till freezes',
    'Receipt prints twice',
    'Scanner beeps without a line',
    'Cash drawer stays shut',
    'Discount is taken twice',
  ],
  places: [
    'after a power cut',
    'with three gift cards',
    'at shift change',
    'when the network drops',
    'on bottle returns',
  ],
  bugs: 20,
  bugsRun: 0.4,
};
