import type {
  Day,
  AlignmentPoint,
  Allocation,
  Factors,
  Portfolio,
  PortfolioBasis,
  ProjectFigures,
  ProjectRef,
} from '../../../src/contract';
import { findings } from './findingSamples';
import { objectives } from './objectiveSamples';
import { mix, noRetags } from './samples';
import { asDay } from '../../domain/days';

/** A retailer that wants market share. What it shows holds together: parts add up, and every score follows from its inputs. */

export const web: ProjectRef = { id: '1', key: 'WEB', name: 'Web shop' };
export const till: ProjectRef = { id: '2', key: 'POS', name: 'Point of sale' };
export const stores: ProjectRef = { id: '3', key: 'STO', name: 'Stores' };
export const marketing: ProjectRef = { id: '4', key: 'MKT', name: 'Marketing' };

export const basis: PortfolioBasis = {
  asOf: '2026-11-23T10:00:00Z',
  from: asDay('2026-08-26'),
  to: asDay('2026-11-23'),
  measure: 'items',
  window: 90,
  covers: 'all',
  projects: 7,
  hiddenProjects: 3,
  undated: 3,
  dropped: 7,
  unknownParents: 1,
  cadenceDays: 30,
  responseDays: 14,
};

export const projects: ProjectFigures[] = [
  { project: web, effort: mix(30, 8, 2, 6), planned: mix(20, 2, 1, 6) },
  { project: till, effort: mix(16, 10, 2, 4), planned: mix(12, 4, 2, 3) },
  { project: stores, effort: mix(8, 8, 0, 6), planned: mix(8, 2, 0, 4) },
  { project: marketing, effort: mix(0, 2, 0, 8), planned: mix(2, 0, 0, 6) },
  { project: null, effort: mix(6, 4, 0, 2), planned: mix(2, 2, 0, 2) },
];

export const allocations: Allocation[] = [
  { objective: 'OBJ-1', planned: 0.6, actual: 0.7 },
  { objective: 'OBJ-3', planned: 0.25, actual: 0.05 },
  { objective: 'OBJ-4', planned: 0.15, actual: 0.2 },
  { objective: null, planned: 0, actual: 0.05 },
];

const active = objectives.filter(({ objective }) => objective.status === 'active');

/** The mean over the active objectives by planned share. */
const plannedMean = (share: (key: string) => number): number => {
  const whole = active.reduce((sum, { plannedShare }) => sum + plannedShare, 0);
  return active.reduce((sum, { objective, plannedShare }) => sum + plannedShare * share(objective.key), 0) / whole;
};

const stated = active.map(({ objective, plannedShare, owner, keyResults, start, target }) => ({
  key: objective.key,
  plannedShare,
  owner: owner !== null,
  description: objective.key !== 'OBJ-6',
  keyResult: keyResults.length > 0,
  dates: start !== null && target !== null,
}));

const measured = active.map(({ objective, plannedShare, keyResults }) => ({
  key: objective.key,
  plannedShare,
  keyResults: keyResults.length,
  measured: keyResults.filter(({ current }) => current !== null && current.day >= asDay('2026-10-24')).length,
}));

const told = active.map(({ objective, lastCheckIn }) => ({
  key: objective.key,
  newest: lastCheckIn,
  hasNote: lastCheckIn !== null && objective.key !== 'OBJ-8',
  within: lastCheckIn !== null && lastCheckIn >= asDay('2026-10-24'),
}));

const reached = projects.map(({ project, effort }) => {
  const size = effort.aligned + effort.run + effort.stale + effort.unlinked;
  return { project, effort: size, reached: effort.aligned > 0 ? size : 0 };
});

const reach = 112 / 122;
const narrative = told.filter(({ hasNote, within }) => hasNote && within).length / told.length;

const factors: Factors = {
  clarity: {
    value: plannedMean((key) => {
      const one = stated.find((other) => other.key === key);
      return [one?.owner, one?.description, one?.keyResult, one?.dates].filter(Boolean).length / 4;
    }),
    objectives: stated,
  },
  communication: { value: (reach + narrative) / 2, reach, projects: reached, narrative, objectives: told },
  resources: { value: (60 / 90) * 0.8, alignment: 60 / 90, fit: 0.8 },
  monitoring: {
    value: plannedMean((key) => {
      const one = measured.find((other) => other.key === key);
      return one && one.keyResults > 0 ? one.measured / one.keyResults : 0;
    }),
    objectives: measured,
  },
  adaptability: {
    value: 3 / 5,
    signals: [
      {
        kind: 'atRisk',
        objective: 'OBJ-2',
        day: asDay('2026-09-07'),
        due: asDay('2026-09-21'),
        answered: { day: asDay('2026-09-14'), by: 'decision' },
      },
      { kind: 'stale', objective: 'OBJ-14', day: asDay('2026-09-21'), due: asDay('2026-10-05'), answered: null },
      {
        kind: 'offTrack',
        objective: 'OBJ-4',
        day: asDay('2026-10-05'),
        due: asDay('2026-10-19'),
        answered: { day: asDay('2026-10-12'), by: 'change' },
      },
      {
        kind: 'atRisk',
        objective: 'OBJ-8',
        day: asDay('2026-10-12'),
        due: asDay('2026-10-26'),
        answered: { day: asDay('2026-10-26'), by: 'decision' },
      },
      { kind: 'offTrack', objective: 'OBJ-8', day: asDay('2026-11-16'), due: asDay('2026-11-30'), answered: null },
    ],
  },
  buyIn: { value: 17 / 24, people: 24, aligned: 17 },
};

const five = ['clarity', 'communication', 'resources', 'monitoring', 'adaptability'] as const;
export const index =
  (100 * (17 / 24) * five.reduce((sum, key) => sum + Math.log2(1 + (factors[key].value ?? 0)), 0)) / five.length;

/** Aligned and unlinked effort, week by week; what is before the fifth point was not recorded. */
const WEEKS: [day: Day, aligned: number, unlinked: number][] = [
  [asDay('2026-08-24'), 52, 18],
  [asDay('2026-08-31'), 55, 18],
  [asDay('2026-09-07'), 58, 17],
  [asDay('2026-09-14'), 60, 18],
  [asDay('2026-09-21'), 63, 19],
  [asDay('2026-09-28'), 66, 18],
  [asDay('2026-10-05'), 68, 20],
  [asDay('2026-10-12'), 69, 21],
  [asDay('2026-10-19'), 68, 22],
  [asDay('2026-10-26'), 66, 24],
  [asDay('2026-11-02'), 64, 25],
  [asDay('2026-11-09'), 63, 25],
  [asDay('2026-11-16'), 61, 26],
  [asDay('2026-11-23'), 60, 26],
];

export const trend: AlignmentPoint[] = WEEKS.map(([day, aligned, unlinked], at) => ({
  day,
  aligned,
  run: 32,
  stale: 4,
  unlinked,
  alignment: aligned / (aligned + 4 + unlinked),
  recorded: at >= 5,
}));

export const portfolio: Portfolio = {
  basis,
  index,
  factors,
  effort: mix(60, 32, 4, 26),
  planned: mix(44, 10, 3, 21),
  retags: noRetags,
  guardrail: 0.25,
  allocations,
  allocationFit: 0.8,
  trend,
  findings,
  findingsTotal: findings.length,
  objectives,
  projects,
  mayEdit: true,
  sync: { state: 'complete', finishedAt: '2026-11-20T10:00:00Z' },
};

/** A site on its first day: objectives are stated, nothing is linked, measured or told. */
export const blank: Portfolio = {
  ...portfolio,
  index: null,
  factors: {
    clarity: { value: null, objectives: [] },
    communication: { value: null, reach: null, projects: [], narrative: null, objectives: [] },
    resources: { value: null, alignment: null, fit: null },
    monitoring: { value: null, objectives: [] },
    adaptability: { value: null, signals: [] },
    buyIn: { value: null, people: 3, aligned: null },
  },
  effort: mix(0, 0, 0, 0),
  planned: mix(0, 0, 0, 0),
  retags: noRetags,
  guardrail: null,
  allocations: [],
  allocationFit: null,
  trend: trend.map((point) => ({ ...point, aligned: 0, run: 0, stale: 0, unlinked: 0, alignment: null })),
  findings: [],
  findingsTotal: 0,
  projects: [],
};
