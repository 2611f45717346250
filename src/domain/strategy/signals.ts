import { byObjective } from './byObjective';
import type { CheckIn } from './checkIn';
import { publicPartOf } from './drafts';
import type { Health } from './health';
import type { KeyResult } from './keyResult';
import type { ObjectiveSnapshot } from './snapshot';
import type { ObjectiveState, StrategyEvent } from './strategyEvent';
import { hasText } from '../text';
import { inWindow, type Window } from '../time/window';

/** How a signal was answered: a decision in a check-in, a change of the objective, or no open work left. */
type SignalAnswer = { day: number; by: 'decision' | 'change' | 'relink' };

/** A signal: an objective turned at risk or off track, or its open work turned stale. */
export type AnsweredSignal = {
  kind: 'atRisk' | 'offTrack' | 'stale';
  objective: string;
  day: number;
  /** the last day for an answer in time */
  due: number;
  /** the first answer in time */
  answered: SignalAnswer | null;
};

type Raised = Pick<AnsweredSignal, 'kind' | 'objective' | 'day'> & {
  /** the change that raised it, which does not answer itself */
  revision: number | null;
};

type Known = {
  snapshots: readonly ObjectiveSnapshot[];
  events: readonly StrategyEvent[];
  checkIns: readonly CheckIn[];
};

const severity = (health: Health | null): number => (health === 'offTrack' ? 2 : health === 'atRisk' ? 1 : 0);

/** Signals where recorded health is worse than in the snapshot before. The first snapshot raises none. */
const turnedBad = (snapshots: readonly ObjectiveSnapshot[]): Raised[] =>
  snapshots.flatMap(({ objective, day, health }, index) => {
    const before = snapshots[index - 1];
    if (!before || severity(health) <= severity(before.health)) return [];
    return [{ kind: health === 'offTrack' ? 'offTrack' : 'atRisk', objective, day, revision: null }];
  });

/** Signals where an objective with open work stopped being active. */
const turnedStale = (events: readonly StrategyEvent[]): Raised[] =>
  events.flatMap(({ objective, day, revision, before, after, openWork }) =>
    before?.objective.status === 'active' && after.objective.status !== 'active' && openWork > 0
      ? [{ kind: 'stale', objective, day, revision }]
      : [],
  );

/** The goals of key results as a text to compare. */
const targets = (keyResults: readonly KeyResult[]): string =>
  JSON.stringify(
    keyResults
      .map(({ id, goal }) => (goal.kind === 'reach' ? [id, goal.target] : [id, goal.low, goal.high]))
      .sort(([a], [b]) => (a ?? 0) - (b ?? 0)),
  );

/** Whether a change concerns the target (its date, or a goal of a key result), weight or status. */
const changesCourse = (before: ObjectiveState, after: ObjectiveState): boolean =>
  (['target', 'weight', 'status'] as const).some((field) => before.objective[field] !== after.objective[field]) ||
  targets(before.keyResults) !== targets(after.keyResults);

/** Everything that answers a signal, at any time. Of one day, what people said and did comes first. */
const answersTo = ({ kind, revision }: Raised, { snapshots, events, checkIns }: Known): SignalAnswer[] => [
  ...checkIns.filter(({ decision }) => hasText(decision)).map(({ day }): SignalAnswer => ({ day, by: 'decision' })),
  ...events
    .filter((event) => event.before !== null && changesCourse(event.before, event.after))
    // The list of signals is for everybody.
    .filter((event) => publicPartOf(event) !== 'nothing')
    .filter((event) => revision === null || event.revision > revision)
    .map(({ day }): SignalAnswer => ({ day, by: 'change' })),
  ...snapshots
    .filter(({ openWork }) => kind === 'stale' && openWork === 0)
    .map(({ day }): SignalAnswer => ({ day, by: 'relink' })),
];

const firstOf = (answers: readonly SignalAnswer[]): SignalAnswer | null =>
  answers.reduce<SignalAnswer | null>(
    (first, answer) => (first === null || answer.day < first.day ? answer : first),
    null,
  );

/**
 * The signals raised in the window, oldest first, each with its first answer from its own day until `responseDays`
 * later. Nothing after the window counts. Events and snapshots from before it are used for comparison only, so
 * snapshots must reach back to the last one before it.
 */
export const signalsOf = ({
  snapshots,
  events,
  checkIns,
  window,
  responseDays,
}: {
  snapshots: readonly ObjectiveSnapshot[];
  events: readonly StrategyEvent[];
  checkIns: readonly CheckIn[];
  window: Window;
  responseDays: number;
}): AnsweredSignal[] => {
  const snapshotsOf = byObjective([...snapshots].sort((a, b) => a.day - b.day));
  const eventsOf = byObjective(events);
  const checkInsOf = byObjective(checkIns);
  const answered = (raised: Raised, known: Known): AnsweredSignal => {
    const { kind, objective, day } = raised;
    const due = day + responseDays;
    const inTime = { from: day, to: Math.min(due, window.to) };
    const answers = answersTo(raised, known).filter((answer) => inWindow(answer.day, inTime));
    return { kind, objective, day, due, answered: firstOf(answers) };
  };
  const signals = [...new Set([...snapshotsOf.keys(), ...eventsOf.keys()])].flatMap((objective) => {
    const known: Known = {
      snapshots: snapshotsOf.get(objective) ?? [],
      events: eventsOf.get(objective) ?? [],
      checkIns: checkInsOf.get(objective) ?? [],
    };
    return [...turnedBad(known.snapshots), ...turnedStale(known.events)]
      .filter(({ day }) => inWindow(day, window))
      .map((raised) => answered(raised, known));
  });
  return signals.sort((a, b) => a.day - b.day);
};
