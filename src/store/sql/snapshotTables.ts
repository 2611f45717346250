/* Tables of `schema.ts` about past days: what was recorded at the end of each. */

export type ObjectiveSnapshotTable = {
  objective: number;
  day: number;
  key_results: number | null;
  health: 'onTrack' | 'atRisk' | 'offTrack' | 'pending' | null;
  open_work: number;
} & Record<`${'todo' | 'doing' | 'done'}_${'items' | 'points'}`, number>;

export type ProjectSnapshotTable = { project: number; day: number; planned: string | null } & Record<
  `${'aligned' | 'run' | 'stale' | 'unlinked'}_${'items' | 'points'}`,
  number
>;

/** The index (0…100) and its factors (0…1) over all projects at the end of a day; `null`: it had no value. */
export type SiteSnapshotTable = {
  day: number;
  execution_index: number | null;
  clarity: number | null;
  communication: number | null;
  resources: number | null;
  monitoring: number | null;
  adaptability: number | null;
  buy_in: number | null;
};
