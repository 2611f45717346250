import type { Likeness } from './likeness';

/**
 * A signal: the earlier units that are alike in one way speak for the objective that they serve. `links` or `hours`:
 * after so many more units alike, or so much time, a unit speaks half as loud; without either, always as loud.
 * `floor`: what every objective has for a start, so that little evidence says little. `weight`: how much the signal
 * counts before anything was learned, tuned on made sites with bursts, teams and topics of many kinds.
 * That of plain use is negative, as every other share of an objective that is often used is larger already.
 */
export type Signal = { like: Likeness; links?: number; hours?: number; floor: number; weight: number };

export const SIGNALS: readonly Signal[] = [
  { like: 'recency', links: 0.5, floor: 0.05, weight: 0.05 },
  { like: 'recency', links: 8, floor: 0.3, weight: 0.05 },
  { like: 'recency', links: 60, floor: 0.5, weight: 0.1 },
  { like: 'recency', floor: 1, weight: -1 },
  { like: 'recency', hours: 0.35, floor: 0.1, weight: 0.4 },
  { like: 'recency', hours: 17, floor: 0.1, weight: 0 },
  { like: 'recency', hours: 500, floor: 0.3, weight: 0.45 },
  { like: 'reporter', links: 0.5, floor: 0.05, weight: 0.15 },
  { like: 'reporter', links: 10, floor: 0.5, weight: 0.3 },
  { like: 'reporter', hours: 0.35, floor: 0.1, weight: 0.5 },
  { like: 'assignee', links: 0.7, floor: 0.05, weight: 0.1 },
  { like: 'assignee', links: 10, floor: 0.5, weight: 0.15 },
  { like: 'component', links: 1, floor: 0.1, weight: 0.2 },
  { like: 'component', links: 20, floor: 0.5, weight: 0.45 },
  { like: 'label', links: 20, floor: 0.5, weight: 0.35 },
  { like: 'sprint', links: 20, floor: 0.5, weight: 0.15 },
  { like: 'version', links: 20, floor: 0.5, weight: 0.2 },
  { like: 'type', links: 50, floor: 1, weight: 0.05 },
  { like: 'project', links: 0.5, floor: 0.05, weight: 0.15 },
  { like: 'project', links: 8, floor: 0.3, weight: 0.2 },
  { like: 'project', links: 100, floor: 0.5, weight: 0.3 },
  { like: 'words', floor: 30, weight: 0.45 },
  { like: 'words', hours: 500, floor: 20, weight: 0.1 },
  { like: 'key', floor: 0.03, weight: 0.45 },
  // Not tuned: made sites link epics, and a replay hides parents.
  { like: 'parent', links: 10, floor: 0.3, weight: 0.8 },
];

/** What speaks for an objective whatever serves it. */
const OWN_SIGNALS = [
  { like: 'words', weight: 1.1 }, // of the title: their score
  { like: 'words', weight: 0.15 }, // of the title: its share among the titles
  { like: 'unused', weight: 2.5 }, // nothing serves it yet
  { like: 'unused', weight: 0.1 }, // … and it started lately
  { like: 'owner', weight: 0.5 }, // who reported or has the work owns it
] as const;

/** What a signal is about: a reason to suggest an objective. */
export type Subject = Likeness | (typeof OWN_SIGNALS)[number]['like'];

export const SUBJECTS: readonly Subject[] = [...SIGNALS, ...OWN_SIGNALS].map(({ like }) => like);

export const PRIOR_WEIGHTS: readonly number[] = [...SIGNALS, ...OWN_SIGNALS].map(({ weight }) => weight);
