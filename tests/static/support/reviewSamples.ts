import type { Review } from '../../../src/contract';
import type { Person } from '../../../static/src/shared/jira/people';
import { objectiveRef } from './objectiveSamples';
import { trend } from './portfolioSamples';
import { asDay } from '../../domain/days';

/** What changed in the sample portfolio since the review of 24 October. */
export const review: Review = {
  since: asDay('2026-10-24'),
  lastReview: asDay('2026-10-24'),
  before: trend.find(({ day }) => day === asDay('2026-10-19')) ?? null,
  changes: [
    {
      objective: objectiveRef('OBJ-4', 'Run a lean supply chain'),
      at: '2026-11-12T09:30:00Z',
      author: 'amara',
      kind: 'changed',
      changes: [
        { field: 'owner', from: null, to: 'jonas' },
        { field: 'target', from: asDay('2027-01-31'), to: asDay('2027-03-31') },
        { field: 'description', from: 'Old', to: 'New' },
        { field: 'keyResult', from: null, to: 'Stock accuracy, between 98 and 100 %' },
      ],
    },
    {
      objective: objectiveRef('OBJ-15', 'Same-day delivery in cities', 'draft'),
      at: '2026-11-02T09:30:00Z',
      author: null,
      kind: 'created',
      changes: [{ field: 'title', from: null, to: 'Same-day delivery in cities' }],
    },
  ],
  changesLeft: 0,
  checkInsLeft: 0,
  checkIns: [
    {
      id: 1,
      objective: 'OBJ-1',
      day: asDay('2026-11-16'),
      at: '2026-11-16T10:00:00Z',
      author: 'amara',
      note: 'Autumn sales | *above* plan\nand rising',
      health: 'onTrack',
      decision: 'Open two more stores',
      values: [{ keyResult: 1, value: 12.4 }],
    },
  ],
  progress: [
    { objective: 'OBJ-1', before: 0.42, now: 0.5 },
    { objective: 'OBJ-8', before: null, now: 8 / 26 },
    { objective: 'OBJ-6', before: null, now: null },
  ],
  scores: {
    before: {
      day: asDay('2026-10-24'),
      index: 41.2,
      factors: {
        clarity: 0.8,
        communication: 0.5,
        resources: 0.4,
        monitoring: null,
        adaptability: 0.5,
        buyIn: 0.75,
      },
    },
    now: {
      day: asDay('2026-11-23'),
      index: 44.3,
      factors: { clarity: 0.8, communication: 0.7, resources: 0.3, monitoring: 0.25, adaptability: null, buyIn: 0.75 },
    },
  },
  health: {
    day: asDay('2026-10-24'),
    recorded: true,
    turned: [{ objective: 'OBJ-8', from: 'onTrack', to: 'atRisk' }],
  },
};

const person = (accountId: string, displayName: string): Person => ({ accountId, displayName, avatarUrl: null });

export const people: Person[] = [
  person('amara', 'Amara Okafor'),
  person('hana', 'Hana Sato'),
  person('jonas', 'Jonas | Weber'),
  person('mateo', '=Mateo'),
];
