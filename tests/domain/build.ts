import type { CheckIn } from '../../src/domain/strategy/checkIn';
import type { KeyResult } from '../../src/domain/strategy/keyResult';
import type { Objective } from '../../src/domain/strategy/objective';
import type { WorkItem } from '../../src/domain/work/workItem';

/** A story that is to do, created on day 0; name what differs. */
export const item = (id: number, changes: Partial<WorkItem> = {}): WorkItem => ({
  id,
  project: 1,
  level: 0,
  parent: null,
  outcome: 'todo',
  estimate: null,
  assignee: null,
  tag: null,
  created: 0,
  ended: null,
  blocked: false,
  ...changes,
});

export const done = (id: number, ended: number | null, changes: Partial<WorkItem> = {}): WorkItem =>
  item(id, { outcome: 'done', ended, ...changes });

/** An active top-level objective; name what differs. */
export const objective = (key: string, changes: Partial<Objective> = {}): Objective => ({
  key,
  title: `Title of ${key}`,
  status: 'active',
  parent: null,
  description: null,
  weight: null,
  perspective: null,
  owner: null,
  start: null,
  target: null,
  headline: 'work',
  archived: false,
  ...changes,
});

/** A key result of A that is to go from 0 to 100; name what differs. */
export const keyResult = (id: number, changes: Partial<KeyResult> = {}): KeyResult => ({
  id,
  objective: 'A',
  title: `Key result ${id}`,
  unit: '%',
  goal: { kind: 'reach', baseline: 0, target: 100 },
  weight: null,
  ...changes,
});

/** A check-in on A on day 0 that says nothing yet; name what differs. */
export const checkIn = (id: number, changes: Partial<CheckIn> = {}): CheckIn => ({
  id,
  objective: 'A',
  day: 0,
  author: 'ann',
  note: null,
  health: null,
  decision: null,
  values: new Map(),
  ofDraft: false,
  ...changes,
});
