import type { Day } from '../../../../../src/contract';
import { PERSPECTIVE_NAME } from '../../../../../src/domain/strategy/objective';
import { guarded } from '../../../../../src/domain/csvCell';
import { formatDay } from '../../../../../src/domain/time/day';
import { csvText } from '../../../shared/csv/csvText';
import { HEALTH_NAME, healthInWords } from '../../../shared/words';
import { personName } from '../figures/people';
import { activeObjectives, progressOf, type ReviewPack } from './pack';

/** A ratio to four decimals; without a value empty, never 0. */
const ratio = (value: number | null): string => (value === null ? '' : String(Number(value.toFixed(4))));

const day = (value: Day | null): string => (value === null ? '' : formatDay(value));

const HEAD = [
  'key',
  'title',
  'owner',
  'perspective',
  'start',
  'target',
  'planned share',
  'work progress before',
  'work progress now',
  'key result progress',
  'expected progress',
  'health',
  'stated health',
  'forecast 50%',
  'forecast 85%',
  'chance by target',
  'last check-in',
];

/** The active objectives as CSV. Ratios are 0…1, days `YYYY-MM-DD`. */
export function reviewCsv({ portfolio, review, people }: ReviewPack): string {
  const rows = activeObjectives(portfolio).map((one) => {
    const { before, now } = progressOf(review, one.objective.key);
    return [
      one.objective.key,
      guarded(one.objective.title),
      one.owner === null ? '' : guarded(personName(people, one.owner)),
      one.perspective === null ? '' : PERSPECTIVE_NAME[one.perspective],
      day(one.start),
      day(one.target),
      ratio(one.plannedShare),
      ratio(before),
      ratio(now),
      ratio(one.keyResultProgress),
      ratio(one.expected),
      one.health === null ? '' : healthInWords({ ...one, health: one.health }),
      one.stated === null ? '' : HEALTH_NAME[one.stated.health],
      day(one.forecast?.p50 ?? null),
      day(one.forecast?.p85 ?? null),
      ratio(one.forecast?.chance ?? null),
      day(one.lastCheckIn),
    ];
  });
  return csvText([HEAD, ...rows]);
}
