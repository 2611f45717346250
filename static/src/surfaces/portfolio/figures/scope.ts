import type { FlowWeek, PortfolioBasis, WorkPoint } from '../../../../../src/contract';
import { firstDayOf, lastDayOf, weekOf } from '../../../../../src/domain/time/weeks';
import { type Opened, opensObjective } from '../../../shared/counted/opened';
import { SUBTREE_WORK, type Explanation } from '../../../shared/explain/explanation';
import type { Format } from '../../../shared/format';

/** What the charts of an objective count of its work, by day or by week. */
export type ScopePart = 'added' | 'finished';

type About = { key: string; basis: PortfolioBasis };

const NAME: Record<ScopePart, string> = { added: 'All work', finished: 'Done' };

const titleOf = ({ day }: WorkPoint, part: ScopePart, { key }: About, format: Format): string =>
  `${NAME[part]} of ${key} on ${format.day(day)}`;

/** The issues behind a point of the chart of scope. `null`: only its sum was recorded, except today's. */
export function scopeOpens(point: WorkPoint, part: ScopePart, about: About, format: Format): Opened | null {
  const { key, basis } = about;
  if (point.recorded && point.day !== basis.to) return null;
  return opensObjective(titleOf(point, part, about, format), part, key, basis, {
    weeks: { first: null, last: weekOf(point.day) },
  });
}

/** Explains the work of an objective at the end of a day, and how far it was. */
export function explainScope(point: WorkPoint, about: About, format: Format): Explanation {
  const input = (part: ScopePart, size: number) => {
    const opens = size > 0 ? scopeOpens(point, part, about, format) : null;
    return { name: NAME[part], value: format.size(size, about.basis.measure), ...(opens && { opens }) };
  };
  const isListed = scopeOpens(point, 'added', about, format) !== null;
  return {
    title: `Work progress of ${about.key} on ${format.day(point.day)}`,
    value: point.total > 0 ? format.percent(point.done / point.total) : 'no work yet',
    formula: 'done ÷ (to do + in progress + done), at the end of the day',
    inputs: [input('finished', point.done), input('added', point.total)],
    covers: [SUBTREE_WORK],
    leftOut: isListed
      ? ['What was dropped: it counts as if it had never been.']
      : ['Its issues: of a recorded day the app keeps the sums, with the links that the issues had then.'],
    assumed:
      isListed && !point.recorded
        ? [
            'Reconstructed: created and resolved by then, under today’s links. Done on an unknown day: when it was created.',
          ]
        : [],
  };
}

/** The issues behind a bar of the flow. */
export function flowOpens({ week }: FlowWeek, part: ScopePart, { key, basis }: About, format: Format): Opened {
  const days = `${format.day(firstDayOf(week))} to ${format.day(Math.min(lastDayOf(week), basis.to))}`;
  return opensObjective(`${part === 'added' ? 'Added to' : 'Done for'} ${key}, ${days}`, part, key, basis, {
    weeks: { first: week, last: week },
  });
}
