import { jiraExpression } from './evaluate';

const evaluate = (expression: string, value: Parameters<ReturnType<typeof jiraExpression>>[0][string] = null) =>
  jiraExpression(expression)({ value });

test.each([
  ["let parts = value.split(' '); { amount: parts[0], currency: parts[1] }", { amount: '100', currency: 'USD' }],
  ["value == null ? 'none' : value == '100 USD' ? 'same' : 'other'", 'same'],
  ["value != '' && value.length == 7 || false", true],
  ["false || true && value == 'x'", false],
  ["value.replace('[A-Z]', '') + \"!\"", '100 !'],
  ["value.replace('^[0-9]+ (USD|EUR)$', '')", ''],
  ['value.slice(4)', 'USD'],
  ['value.slice(0, 3)', '100'],
])('%s', (expression, result) => expect(evaluate(expression, '100 USD')).toEqual(result));

test('a pattern that ends in $ stands before a last line break too, as in Java', () => {
  expect(evaluate("value.replace('^[A-Z]+$', '')", 'OBJ\n')).toBe('\n');
  expect(evaluate("value.replace('^[A-Z]+$', '')", 'OBJ\nX')).toBe('OBJ\nX');
});

describe('what Jira would refuse is refused', () => {
  test.each([
    ['value ==', 'the end was not expected'],
    ['value value', 'value was not expected'],
    ["(value == ''", ') expected, the end encountered'],
    ['value === null', 'was not expected'],
    ['() => value', 'does not understand the expression at'],
    ["value.match('\\d')", 'does not understand the expression at'],
    [`'${'x'.repeat(1000)}'`, 'too long (1002), limit: 1000'],
    [Array.from({ length: 101 }, () => '1').join('+'), 'too many nodes (101), limit: 100'],
  ])('when it is deployed: %s', (expression, message) => expect(() => jiraExpression(expression)).toThrow(message));

  test.each([
    ['issue.key', 'no variable issue'],
    ['value.title', 'Map has no property title'],
    ["value == 'OBJ-1'", "Can't compare Map to String"],
    ['value && true', 'A Boolean was expected, Map encountered'],
    ["value.key + 1 == ''", "Can't join String and Number"],
    ["value.key.split(' ')[1]", 'List has no item 1'],
    ['value.key.trim()', 'knows no method trim of String'],
    ["value.key.replace('[', '')", 'is not a regular expression'],
  ])('when it runs: %s', (expression, message) =>
    expect(() => evaluate(expression, { key: 'OBJ-1' })).toThrow(message),
  );
});
