import fc from 'fast-check';
import { dayOf, startOfDay } from '../../../src/domain/time/day';

const HOUR_MS = 3_600_000;

test.each([
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
  // The clocks go on in the night, and there is no midnight.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  ['2026-05-18', 'Asia/Kathmandu', '2026-05-17T18:15:00Z'],
  ['2026-05-18', 'Pacific/Kiritimati', '2026-05-17T10:00:00Z'],
])('%s begins in %s at %s', (date, timeZone, instant) => {
  expect(new Date(startOfDay(Date.parse(date) / (24 * HOUR_MS), timeZone))).toEqual(new Date(instant));
});

test('a day begins where the day before ends', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25_000 }), zones, (day, timeZone) => {
      const start = startOfDay(day, timeZone);
      expect([dayOf(start, timeZone), dayOf(start - 1, timeZone)]).toEqual([day, day - 1]);
    }),
  );
});
