import { textProblem, tidyLine, tidyText, statedProblems } from '../../src/domain/strategy/objectiveRules';
import { hasText, isPrintableLine, isPrintableText, wellFormed } from '../../src/domain/text';
import { objective } from './build';

test.each([
  ['Win 🚀 the market', true],
  ['👩‍👩‍👧 family', true],
  ['می‌خواهم', true],
  ['\u200fשלום', true],
  ['a\u0000b', false],
  ['a\u009bb', false],
  ['a\ud83db', false],
  ['OBJ \u202egnp.exe', false],
  ['a\u2066b\u2069', false],
])('%j can be shown: %s', (text, expected) => {
  expect([isPrintableLine(text), isPrintableText(text)]).toEqual([expected, expected]);
});

test('line breaks and tabs are for texts of several lines', () => {
  expect([isPrintableText('a\n\tb'), isPrintableLine('a\nb'), isPrintableLine('a\tb')]).toEqual([true, false, false]);
});

test.each(['', ' \u00a0', '\u200b', '\u200d', '\u200c\u200e', '\ufeff \u2060', '\ufe0f', '\u3164', '\u00ad'])(
  'of %j nothing is to be seen, so it is no title and no note',
  (text) => {
    expect(hasText(text)).toBe(false);
    expect([tidyLine(text), tidyText(text)]).toEqual(['', null]);
    expect(statedProblems(objective('A', { title: tidyLine(text) }), [])[0]?.message).toContain('is empty');
  },
);

test('zero-width characters that no script needs are taken out', () => {
  expect(tidyLine(' W\u200bin\ufeff ')).toBe('Win');
  expect(tidyText('W\u2060in\r\nit')).toBe('Win\nit');
  expect(tidyLine('👩‍👧')).toBe('👩‍👧');
});

test('what cannot be shown is told, also alone', () => {
  expect(textProblem('note', tidyText('\u202e'))).toEqual([
    { field: 'note', message: 'holds a character that cannot be shown' },
  ]);
});

test('half a character is replaced, a whole one stays', () => {
  expect(wellFormed('a\ud83d🚀\ude80')).toBe('a\ufffd🚀\ufffd');
});
