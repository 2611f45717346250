import fc from 'fast-check';
import { type DateForms, exportDate, ordersIn } from './exportDate';

const read = (text: string, forms?: Partial<DateForms>): string | null => {
  const instant = exportDate(text, { order: null, locale: 'en', ...forms });
  return instant === null ? null : new Date(instant).toISOString().slice(0, 16);
};

test.each([
  ['16/May/12 7:56 AM', '2012-05-16T07:56'],
  ['16/May/12 12:05 AM', '2012-05-16T00:05'],
  ['16/may/12 12:05 PM', '2012-05-16T12:05'],
  ['27/Oct/21 17:08', '2021-10-27T17:08'],
  ['27/Oct/21', '2021-10-27T00:00'],
  ['1-Sep-25', '2025-09-01T00:00'],
  ['1 September 2025 9:00', '2025-09-01T09:00'],
  ['Oct 27, 2021, 5:08 PM', '2021-10-27T17:08'],
  ['2021-10-27', '2021-10-27T00:00'],
  ['2021-10-27 17:08', '2021-10-27T17:08'],
  ['2021-10-27T17:08:09', '2021-10-27T17:08'],
  ['2021-10-27T23:08:09.123+0200', '2021-10-27T23:08'],
  ['2021-10-27T23:08:09Z', '2021-10-27T23:08'],
  ['2021/10/27 5:08 PM', '2021-10-27T17:08'],
  ['27.10.2021 17:08', '2021-10-27T17:08'],
  ['27.10.21', '2021-10-27T00:00'],
  ['44496', '2021-10-27T00:00'],
  ['44496.7138888889', '2021-10-27T17:08'],
  ['44496,7138888889', '2021-10-27T17:08'],
])('%s', (text, instant) => expect(read(text)).toBe(instant));

test.each([
  ['es', '12/abr/26 9:17 PM', '2026-04-12T21:17'],
  ['es', '12/ene/26 9:17 a. m.', '2026-01-12T09:17'],
  ['es', '12/sep/26 21:17', '2026-09-12T21:17'],
  ['de', '12/Mrz/26 21:17', '2026-03-12T21:17'],
  ['de', '12/Okt/26 21:17', '2026-10-12T21:17'],
  ['fr', '12/août/26 21:17', '2026-08-12T21:17'],
  ['fr', '12/févr./26 21:17', '2026-02-12T21:17'],
  ['pt', '05/ago/26 10:33 AM', '2026-08-05T10:33'],
  // A month that every language which knows it understands in one way, under columns in English.
  ['en', '12/dic/26 21:17', '2026-12-12T21:17'],
])('in %s: %s', (locale, text, instant) => expect(read(text, { locale })).toBe(instant));

test.each(['31/Feb/12 7:56 AM', '16/Foo/12', '16/May/12 13:05 PM', '2021-13-01', 'soon', '99999999', '12/M/26'])(
  '%s is none',
  (text) => expect(read(text)).toBeNull(),
);

test('the file’s own language says what a month’s name means', () => {
  // Finnish marraskuu is November.
  expect(read('12/mar/26', { locale: 'fi' })).toBe('2026-11-12T00:00');
  expect(read('12/mar/26', { locale: 'es' })).toBe('2026-03-12T00:00');
});

test('numbers with slashes are read by the order of the file, or not at all', () => {
  expect(read('03/04/2025 9:00')).toBeNull();
  expect(read('03/04/2025 9:00', { order: 'day-first' })).toBe('2025-04-03T09:00');
  expect(read('3/4/25 9:00 PM', { order: 'month-first' })).toBe('2025-03-04T21:00');
  expect(read('13/04/2025', { order: 'month-first' })).toBeNull();
});

test('the order of a file is what its days above 12 tell', () => {
  expect(ordersIn(['03/04/2025', '', '23/04/2025'])).toEqual({
    orders: new Set(['day-first']),
    open: '03/04/2025',
    yearOrDay: null,
  });
  expect(ordersIn(['03/04/2025', '04/23/2025']).orders).toEqual(new Set(['month-first']));
  expect(ordersIn(['23/04/2025', '04/23/2025']).orders.size).toBe(2);
  expect(ordersIn(['03/04/2025'])).toEqual({ orders: new Set(), open: '03/04/2025', yearOrDay: null });
  expect(ordersIn(['03.04.2025', '2025-03-04', '3/Apr/25'])).toEqual({
    orders: new Set(),
    open: null,
    yearOrDay: null,
  });
});

test('a year of two digits may come first where first numbers hardly change and last ones do', () => {
  const told = (...texts: string[]) => ordersIn(texts).yearOrDay;
  expect(told('25/09/05', '25/10/17', '24/12/31')).toBe('25/09/05');
  expect(told('25-09-05', '25-10-17')).toBe('25-09-05');
  expect(told('25.09.05', '25.10.17')).toBe('25.09.05');
  // One day, or one in two months.
  expect(told('25/09/05', '25/09/05')).toBe('25/09/05');
  expect(told('25/09/05', '25/10/05')).toBe('25/09/05');
  expect(told('05/09/25', '05/09/25')).toBeNull();
  // Days that change, years in a row, months above 12, days above 31, a year of four digits.
  expect(told('25/09/05', '27/10/17')).toBeNull();
  expect(told('25/09/24', '25/10/25')).toBeNull();
  expect(told('12/13/05', '12/10/17')).toBeNull();
  expect(told('25/09/05', '25/10/32')).toBeNull();
  expect(told('25/09/05', '25/10/17', '25/10/2017')).toBeNull();
  expect(told()).toBeNull();
  expect(read('25/9/5', { order: 'day-first' })).toBeNull();
  expect(read('25/09/05 9:00', { order: 'year-first' })).toBe('2025-09-05T09:00');
  expect(read('25.9.5', { order: 'year-first' })).toBe('2025-09-05T00:00');
  expect(read('05/09/2025', { order: 'year-first' })).toBeNull();
});

test('every day is read the same in each form', () => {
  const day = fc.date({
    min: new Date(Date.UTC(1990, 0, 1)),
    max: new Date(Date.UTC(2060, 0, 1)),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', of = ''] = iso.split('-');
      const name = date.toLocaleString('en', { month: 'short', timeZone: 'UTC' });
      const serial = Date.parse(iso) / 86_400_000 + 25_569;
      const forms: [string, DateForms['order']?][] = [
        [`${of}/${name}/${year.slice(2)} 12:00 AM`],
        [iso],
        [`${of}.${month}.${year}`],
        [`${of}/${month}/${year}`, 'day-first'],
        [`${Number(month)}/${Number(of)}/${year}`, 'month-first'],
        [String(serial)],
      ];
      for (const [text, order = null] of forms) expect(exportDate(text, { order, locale: 'en' })).toBe(Date.parse(iso));
    }),
  );
});
