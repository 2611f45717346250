import { createFormat } from '../../../static/src/shared/format';
import { asDay } from '../../domain/days';

const english = createFormat('en-GB', 'Europe/Berlin');

describe('numbers', () => {
  it.each([
    [null, '–'],
    [0, '0%'],
    [0.004, '0.4%'],
    [0.0949, '9.5%'],
    [0.216867, '22%'],
    [0.997, '99.7%'],
    [0.0001, '0.1%'],
    [0.9999, '99.9%'],
    [1, '100%'],
  ])('writes the ratio %p as %s', (ratio, text) => expect(english.percent(ratio)).toBe(text));

  it.each([
    [0, null],
    [0.0004, null],
    [-0.0004, null],
    [0.0098, '1 percentage point'],
    [-0.057, '5.7 percentage points'],
    [0.204, '20 percentage points'],
  ])('writes how far ratios that differ by %p are apart as %s', (difference, text) =>
    expect(english.points(difference)).toBe(text),
  );

  it('writes sizes with their unit, points with two decimals at most', () => {
    expect(english.size(1, 'items')).toBe('1 item');
    expect(english.size(1200, 'items')).toBe('1,200 items');
    expect(english.size(12.333, 'points')).toBe('12.33 points');
  });

  it('writes numbers and days as the viewer does', () => {
    const german = createFormat('de_DE', 'Europe/Berlin');
    expect(german.number(1234.5)).toBe('1.234,5');
    expect(german.day(asDay('2026-11-23'))).toBe('23.11.2026');
  });

  it('writes the year of a short day only where it is another', () => {
    const format = createFormat('en-GB', 'UTC', Date.UTC(2024, 1, 27));
    expect(format.shortDay(asDay('2024-02-27'))).toBe('27 Feb');
    expect(format.shortDay(asDay('2023-06-20'))).toBe('20 Jun 2023');
  });

  it('writes a day as it is, and an instant in the viewer’s time zone', () => {
    const samoa = createFormat('en-GB', 'Pacific/Pago_Pago');
    expect(samoa.day(asDay('2026-11-23'))).toBe('23 Nov 2026');
    expect(samoa.date('2026-11-23T03:00:00Z')).toBe('22 Nov 2026');
    expect(english.time('2026-11-23T10:00:00Z')).toBe('23 Nov 2026, 11:00');
  });
});
