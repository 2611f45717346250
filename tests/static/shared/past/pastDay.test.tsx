import '../../support/bridge';
import { pastOf } from '../../../../static/src/shared/past/pastDay';
import { formatDay } from '../../../../src/domain/time/day';
import { asDay } from '../../../domain/days';

test.each([
  ['quarter', '2026-11-23', '2026-09-30'],
  ['quarter', '2026-01-01', '2025-12-31'],
  ['quarter', '2026-03-31', '2025-12-31'],
  ['month', '2026-11-23', '2026-10-31'],
  ['month', '2024-03-01', '2024-02-29'],
  ['90', '2026-11-23', '2026-08-25'],
  ['2026-05-04', '2026-11-23', '2026-05-04'],
])('%s is, on %s, the day %s', (chosen, today, day) => {
  expect(formatDay(pastOf(chosen, asDay(today)).day ?? 0)).toBe(day);
});

test.each([null, '', '2026-02-30', 'yesterday'])('%p is today', (chosen) => {
  expect(pastOf(chosen, asDay('2026-11-23'))).toEqual({ choice: 'today', day: null });
});
