import { instantOf, startOfDay } from '../time';
import { jqlError } from './refuse';

const units: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** What dates in a query are relative to. */
export type Now = { now: number; timeZone: string };

/** `-90m`, `4h`, `-3d` or `1w 2d` in milliseconds; `null` for another form. */
function distance(text: string): number | null {
  const match = /^([+-]?)((?:\d+[mhdw]\s*)+)$/.exec(text.trim());
  if (!match) return null;
  const size = [...(match[2] ?? '').matchAll(/(\d+)([mhdw])/g)]
    .map(([, count, unit]) => Number(count) * (units[unit ?? ''] ?? 0))
    .reduce((sum, part) => sum + part, 0);
  return match[1] === '-' ? -size : size;
}

/** `2012-05-16` or `2012/05/16`, with or without a time, in the caller's time zone; `null` for another form. */
function absolute(text: string, timeZone: string): number | null {
  const match = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map((part) => Number(part ?? 0));
  const local = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute);
  return new Date(local).getUTCDate() === day ? instantOf(local, timeZone) : null;
}

/** @throws JiraError 400 */
export function instantFrom(text: string, field: string, { now, timeZone }: Now): number {
  const relative = distance(text);
  const instant = relative === null ? absolute(text, timeZone) : now + relative;
  if (instant !== null) return instant;
  throw jqlError(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: ` +
      `'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

/** The instant of `now()` or `startOfDay("-1d")`; `null` for another function. */
export function instantOfFunction(name: string, args: string[], { now, timeZone }: Now): number | null {
  if (name === 'now' && args.length === 0) return now;
  if (name !== 'startofday' || args.length > 1) return null;
  const [by] = args;
  const shift = by === undefined ? 0 : distance(/^[+-]?\d+$/.test(by) ? `${by}d` : by);
  return shift === null ? null : startOfDay(startOfDay(now, timeZone) + shift, timeZone);
}
