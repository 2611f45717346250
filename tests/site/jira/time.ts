const MINUTE = 60_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    formatters.set(timeZone, found);
  }
  return found;
}

/** Minutes east of UTC at that instant. */
function offsetMinutes(instant: number, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const name =
    formatter(timeZone)
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The instant at which clocks of the zone show this time. `local`: that time read as UTC */
export function instantOf(local: number, timeZone: string): number {
  const guess = local - offsetMinutes(local, timeZone) * MINUTE;
  return local - offsetMinutes(guess, timeZone) * MINUTE;
}

/** An instant as Jira writes it: `2026-05-16T07:56:00.000+0000`, in the reader's time zone. */
export function jiraTimestamp(instant: number, timeZone: string): string {
  const offset = offsetMinutes(instant, timeZone);
  const size = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, '0');
  const local = new Date(instant + offset * MINUTE).toISOString().slice(0, -1);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** The start of the zone's day that contains this instant. */
export function startOfDay(instant: number, timeZone: string): number {
  const local = instant + offsetMinutes(instant, timeZone) * MINUTE;
  return instantOf(local - (((local % 86_400_000) + 86_400_000) % 86_400_000), timeZone);
}
