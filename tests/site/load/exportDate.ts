const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `23/Jul/12 11:41 AM`, `27/Oct/21 17:08` or `27/Oct/21` */
const named = /^(\d{1,2})\/([a-z]{3})\/(\d{2}|\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: (am|pm))?)?$/i;

/** `2021-10-27 17:08` or `2021-10-27` */
const numeric = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** The instant (epoch milliseconds) of a date in an export, read as UTC; `null`: it is none. */
export function exportDate(text: string): number | null {
  const word = named.exec(text.trim());
  if (word) {
    const [, day, month = '', year = '', hour = '0', minute = '0', second = '0', half] = word;
    const hours = half === undefined ? Number(hour) : inHalfDay(Number(hour), half.toLowerCase());
    return instant(
      fullYear(year),
      months.indexOf(month.toLowerCase()),
      Number(day),
      hours,
      Number(minute),
      Number(second),
    );
  }
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = numeric.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  return instant(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

/** Two digits are a year from 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

const inHalfDay = (hour: number, half: string) =>
  hour < 1 || hour > 12 ? NaN : (hour % 12) + (half === 'pm' ? 12 : 0);

function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  const time = Date.UTC(year, month, day, hour, minute, second);
  const date = new Date(time);
  const same =
    date.getUTCMonth() === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute;
  return same ? time : null;
}
