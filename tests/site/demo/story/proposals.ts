import type { DemoPerson } from '../people';

/**
 * An epic (by summary) that somebody proposed as the start of an objective, and the decision. Days count from today.
 */
export type Proposed = {
  epic: string;
  by: DemoPerson;
  day: number;
  note: string;
  decided?: { by: DemoPerson; day: number } & ({ accept: string } | { decline: string });
};

export const proposals: Proposed[] = [
  {
    epic: 'Fresh look for the landing pages',
    by: 'designer',
    day: -4,
    note: 'People who land on a slow page leave. Should this not be an objective of its own?',
  },
  {
    epic: 'Offers in the app',
    by: 'marketer',
    day: -69,
    note: 'Belongs to personal offers, but nobody linked it.',
    decided: { by: 'productManager', day: -67, accept: 'OBJ-11' },
  },
  {
    epic: 'Reporting rewrite',
    by: 'engineer',
    day: -25,
    note: 'The nightly job breaks twice a month.',
    decided: { by: 'productManager', day: -18, decline: 'Worth doing, but it runs the business: please link it so.' },
  },
];
