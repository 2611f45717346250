import type { Goal, KeyResult } from '../../../../../src/contract';
import { NONE, type Format } from '../../../shared/format';

export const NOT_MEASURED = 'Not measured yet';

/** A value with its unit: "12.4 %". */
export const valueInWords = (value: number, unit: string, format: Format): string =>
  `${format.number(value)} ${unit}`.trim();

/** "from 20 to 50 %", "between 10 and 15 %", or what is missing. */
export function goalInWords(goal: Goal, unit: string, format: Format): string {
  if (goal.kind === 'maintain') {
    return `between ${format.number(goal.low)} and ${valueInWords(goal.high, unit, format)}`;
  }
  const { baseline, target } = goal;
  if (target === null) return 'No target yet';
  const to = valueInWords(target, unit, format);
  return baseline === null ? `${to}, no baseline yet` : `from ${format.number(baseline)} to ${to}`;
}

/** A percentage, whether the value is in range, or why there is no progress. */
export function progressInWords({ goal, current, progress }: KeyResult, format: Format): string {
  if (current === null) return NOT_MEASURED;
  if (progress === null) return 'Goal is incomplete';
  if (goal.kind === 'maintain') return progress === 1 ? 'In range' : 'Out of range';
  return format.percent(progress);
}

/** Names the chart of its values by the first and the last one. */
export function historyInWords({ title, unit, history }: KeyResult, format: Format): string {
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last) return NONE;
  const at = ({ value, day }: typeof first) => `${valueInWords(value, unit, format)} on ${format.day(day)}`;
  return `${title}: from ${at(first)} to ${at(last)}`;
}
