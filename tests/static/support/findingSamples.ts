import type { Day, Finding } from '../../../src/contract';
import { asDay } from '../../domain/days';

const alignment = (day: Day, aligned: number, unlinked: number) => ({
  day,
  aligned,
  run: 32,
  stale: 4,
  unlinked,
  alignment: aligned / (aligned + 4 + unlinked),
  recorded: true,
});

/** One of each kind, most harmful first. */
export const findings: Finding[] = [
  { harm: 0.25, evidence: { kind: 'notCommunicated', objective: 'OBJ-3', newestNote: asDay('2026-08-17'), effort: 3 } },
  { harm: 0.2, evidence: { kind: 'resourcesElsewhere', objective: 'OBJ-3', planned: 0.25, actual: 0.05 } },
  {
    harm: 0.15,
    evidence: {
      kind: 'metricsDoNotReinforce',
      objective: 'OBJ-5',
      done: 7,
      keyResults: [{ title: 'Customer satisfaction (CSAT)', unit: '%', from: 78, to: 78 }],
    },
  },
  {
    harm: 0.12,
    evidence: {
      kind: 'silo',
      objective: 'OBJ-3',
      plannedIn: [{ id: '3', key: 'STO', name: 'Stores' }, { id: '4', key: 'MKT', name: 'Marketing' }, null],
      servedBy: { id: '3', key: 'STO', name: 'Stores' },
      elsewhere: 0.25,
    },
  },
  {
    harm: 0.1,
    evidence: {
      kind: 'strategicDrift',
      from: alignment(asDay('2026-10-12'), 69, 21),
      to: alignment(asDay('2026-11-23'), 60, 26),
    },
  },
  {
    harm: (0.3 * 18) / (18 + 40),
    evidence: {
      kind: 'scopeGrowth',
      objective: 'OBJ-8',
      before: 40,
      added: 18,
      done: 6,
      from: asDay('2026-08-24'),
      to: asDay('2026-11-22'),
    },
  },
  { harm: 0.05, evidence: { kind: 'stuck', objective: 'OBJ-8', blocked: 3, open: 18 } },
  { harm: 26 / 90, evidence: { kind: 'servesNothing', unlinked: 26, strategic: 90 } },
  {
    harm: 0.3 * 0.5 * 0.97,
    evidence: { kind: 'outOfReach', objective: 'OBJ-8', target: asDay('2026-12-31'), chance: 0.03, left: 0.5 },
  },
  { harm: 0.06, evidence: { kind: 'notStated', objective: 'OBJ-4', missing: ['owner', 'keyResult'] } },
];
