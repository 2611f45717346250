import type { Day } from '../time/day';
import type { StatedHealth } from './checkIn';
import { dayProblem, type Problem, textProblem } from './objectiveRules';

/** A check-in as entered, its texts tidied. */
type Said = {
  day: Day;
  note: string | null;
  health: StatedHealth | null;
  decision: string | null;
  values: readonly unknown[];
};

/**
 * Everything that is wrong with a check-in by itself. Whether its key results belong to the objective is for the use
 * case to check.
 */
export const checkInProblems = ({ day, note, health, decision, values }: Said, today: Day): Problem[] => [
  ...dayProblem('day', day),
  ...pastProblem(day, today),
  ...textProblem('note', note),
  ...textProblem('decision', decision),
  ...(note === null && decision === null && health === null && values.length === 0
    ? [{ field: 'note', message: 'Say something: a note, a health, a decision or a new value of a key result' }]
    : []),
];

const pastProblem = (day: Day, today: Day): Problem[] => {
  const field = 'day';
  if (day > today) return [{ field, message: 'A check-in tells how it is, so its day is not in the future' }];
  return day < 0 ? [{ field, message: 'The day of a check-in is in 1970 or later' }] : [];
};
