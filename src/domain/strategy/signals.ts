import { byObjective } from './byObjective';
import type { CheckInOutline } from './checkIn';
import { publicPartOf } from './drafts';
import type { Health } from './health';
import type { ObjectiveSnapshot } from './snapshot';
import type { Turn } from './turn';
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
  events: readonly Turn[];
  checkIns: readonly CheckInOutline[];
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
const turnedStale = (events: readonly Turn[]): Raised[] =>
  events.flatMap(({ objective, day, revision, statusBefore, statusAfter, openWork }) =>
    statusBefore === 'active' && statusAfter !== 'active' && openWork > 0
      ? [{ kind: 'stale', objective, day, revision }]
      : [],
  );

/** Everything that answers a signal, at any time. Of one day, what people said and did comes first. */
const answersTo = ({ kind, revision }: Raised, { snapshots, events, checkIns }: Known): SignalAnswer[] => [
  ...checkIns.filter(({ decision }) => hasText(decision)).map(({ day }): SignalAnswer => ({ day, by: 'decision' })),
  ...events
    // The list of signals is for everybody.
    .filter((event) => event.changesCourse && publicPartOf(event) !== 'nothing')
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

/** Days before a window in which its preceding snapshot is looked for. Some days have none. */
export const DAYS_MISSED = 7;

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
  events: readonly Turn[];
  checkIns: readonly CheckInOutline[];
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
