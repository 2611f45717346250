import type { Day, Portfolio, PortfolioObjective, Signal } from '../../../../../src/contract';
import { checkInDue, hasCadencePassed } from '../../../../../src/domain/strategy/checkIn';
import type { Format } from '../../../shared/format';
import { activeObjectives } from './pack';

/** Something to decide in the review. `due`: the day by which it is, or was, to be decided */
type DueDecision = { objective: string; due: Day } & (
  { kind: 'signal'; signal: Signal } | { kind: 'pastTarget' } | { kind: 'checkIn'; last: Day | null }
);

/** How many days ahead unanswered signals are shown: this review may be the last before they are due. */
const NEAR_DAYS = 7;

type Asked = Pick<Portfolio, 'basis' | 'factors' | 'objectives'>;

/** Each objective's newest unanswered signal, if late or due soon. Older ones ask the same. */
function unansweredSignals({ basis, factors }: Asked): DueDecision[] {
  const newest = new Map<string, Signal>();
  for (const signal of factors.adaptability.signals) {
    if (signal.answered !== null) continue;
    const other = newest.get(signal.objective);
    if (!other || other.day < signal.day) newest.set(signal.objective, signal);
  }
  const until = basis.to + NEAR_DAYS;
  return [...newest.values()]
    .filter(({ due }) => due <= until)
    .map((signal) => ({ kind: 'signal', objective: signal.objective, due: signal.due, signal }));
}

const pastTarget = ({ objective, target }: PortfolioObjective, today: Day): DueDecision[] =>
  target !== null && target < today ? [{ kind: 'pastTarget', objective: objective.key, due: target }] : [];

/**
 * Asks for a check-in when the cadence has passed since the last one. The first is due from the start on, but is not
 * missed before an objective was active for one cadence.
 */
function checkInsDue(
  { objective, start, lastCheckIn: last, activeSince }: PortfolioObjective,
  today: Day,
  cadence: number,
): DueDecision[] {
  const due = checkInDue(last, start, today, cadence);
  const isMissed =
    last === null ? [start, activeSince].every((begun) => hasCadencePassed(begun, today, cadence)) : due < today;
  return isMissed ? [{ kind: 'checkIn', objective: objective.key, due, last }] : [];
}

/** What to decide in the review, by due day. */
export function decisionsDue(portfolio: Asked): DueDecision[] {
  const { to: today, cadenceDays } = portfolio.basis;
  const active = activeObjectives(portfolio);
  return [
    ...unansweredSignals(portfolio),
    ...active.flatMap((one) => pastTarget(one, today)),
    ...active.flatMap((one) => checkInsDue(one, today, cadenceDays)),
  ].sort((a, b) => a.due - b.due);
}

const SIGNAL: Record<Signal['kind'], (day: string) => string> = {
  atRisk: (day) => `It turned at risk on ${day}`,
  offTrack: (day) => `It turned off track on ${day}`,
  stale: (day) => `It stopped being active on ${day} with work still open`,
};

/** What to decide, in a sentence without the objective's name. */
export function decisionInWords(decision: DueDecision, { basis }: Pick<Portfolio, 'basis'>, format: Format): string {
  const due = format.day(decision.due);
  switch (decision.kind) {
    case 'signal': {
      const { kind, day } = decision.signal;
      const when = decision.due < basis.to ? `nobody had answered by ${due}` : `an answer is due by ${due}`;
      return `${SIGNAL[kind](format.day(day))}, and ${when}.`;
    }
    case 'pastTarget':
      return `Its target date, ${due}, has passed and it is still active: extend, achieve or drop it.`;
    case 'checkIn': {
      const wanted = `one is wanted every ${format.days(basis.cadenceDays)}`;
      return decision.last === null
        ? `Nobody has checked in on it yet; ${wanted}.`
        : `Its last check-in was on ${format.day(decision.last)}; ${wanted}.`;
    }
  }
}
