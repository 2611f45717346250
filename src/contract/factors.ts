import type { ProjectRef } from './common';

/** Each factor with its value (0…1, or `null`: not measurable yet) and all that it was computed from. */
export type Factors = {
  clarity: {
    value: number | null;
    objectives: {
      key: string;
      plannedShare: number;
      owner: boolean;
      description: boolean;
      keyResult: boolean;
      dates: boolean;
    }[];
  };
  communication: {
    value: number | null;
    reach: number | null;
    /** effort of each project, and whether some of it serves an active objective; `null`: the projects that the viewer may not browse, together */
    projects: { project: ProjectRef | null; effort: number; reached: number }[];
    narrative: number | null;
    /** active objectives with the day of their newest check-in, and whether it has a note */
    objectives: { key: string; newest: string | null; hasNote: boolean; within: boolean }[];
  };
  resources: { value: number | null; alignment: number | null; fit: number | null };
  monitoring: {
    value: number | null;
    objectives: { key: string; plannedShare: number; keyResults: number; measured: number }[];
  };
  adaptability: { value: number | null; signals: Signal[] };
  /** `aligned` is not told where the people are too few to count without naming somebody */
  buyIn: { value: number | null; people: number; aligned: number | null };
};

export type FactorKey = keyof Factors;

/** Something that wanted an answer: an objective turned at risk or off track, or its open work turned stale. */
export type Signal = {
  kind: 'atRisk' | 'offTrack' | 'stale';
  objective: string;
  day: string;
  /** the day until which an answer is in time */
  due: string;
  answered: { day: string; by: 'decision' | 'change' | 'relink' } | null;
};
