import type { PastPortfolio, PastProject } from '../../../src/contract';
import { asDay } from '../../domain/days';
import { objectiveRef } from './objectiveSamples';
import { till, web } from './portfolioSamples';
import { basket } from './samples';

const mixThen = (aligned: number, run: number, stale: number, unlinked: number) => ({
  aligned,
  run,
  stale,
  unlinked,
  alignment: aligned / (aligned + stale + unlinked),
});

const workThen = (todo: number, doing: number, done: number) => {
  const total = todo + doing + done;
  return { todo, doing, done, total, progress: done / total };
};

/** The sample portfolio as it was at the end of the third quarter. */
export const pastPortfolio: PastPortfolio = {
  day: asDay('2026-09-30'),
  from: asDay('2026-07-03'),
  recorded: false,
  covers: 'all',
  effort: mixThen(40, 10, 0, 40),
  planned: mixThen(30, 0, 0, 10),
  scores: {
    index: 30.4,
    factors: { clarity: 0.5, communication: 0.4, resources: 0.4, monitoring: null, adaptability: null, buyIn: 0.5 },
  },
  projects: [
    { project: web, effort: mixThen(30, 0, 0, 10), planned: mixThen(2, 0, 0, 2) },
    { project: till, effort: mixThen(10, 10, 0, 30), planned: mixThen(2, 0, 0, 2) },
  ],
  objectives: {
    recorded: false,
    of: [
      { objective: objectiveRef('OBJ-1', 'Win'), work: workThen(40, 0, 10), health: 'onTrack' },
      { objective: objectiveRef('OBJ-2', 'Seamless'), work: workThen(20, 0, 20), health: null },
    ],
  },
};

/** The sample project as it was on that day. */
export const pastProject: PastProject = {
  day: asDay('2026-09-30'),
  from: asDay('2026-07-03'),
  recorded: false,
  effort: mixThen(4, 1, 0, 4),
  planned: mixThen(3, 0, 0, 1),
  objectives: [{ objective: basket, here: workThen(16, 0, 4) }],
};
