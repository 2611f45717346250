import '../support/bridge';
import { linkedOf } from '../../../static/src/shared/linked/linked';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 20, hour)).toISOString();
const change = (by: string, hour: number, isApp = false) => ({ by, isApp, at: Date.UTC(2026, 10, 20, hour) });
const origin = (hour: number) => ({ how: 'rule', by: 'ann', at: at(hour) }) as const;

test.each([
  ['nothing is known: it was there from the beginning', null, [], { how: 'created' }],
  ['the app alone knows', origin(9), [], origin(9)],
  ['the app did it after a person', origin(9), [change('bob', 8)], origin(9)],
  ['a person changed it in Jira since', origin(9), [change('bob', 10)], { how: 'jira', by: 'bob', at: at(10) }],
  ['the last person counts', null, [change('bob', 8), change('cy', 9)], { how: 'jira', by: 'cy', at: at(9) }],
  ['what the app wrote later was a new title', origin(9), [change('app', 12, true)], origin(9)],
  ['an app wrote it, and nobody knows for whom', null, [change('app', 7, true)], { how: 'jira', by: 'app', at: at(7) }],
])('who linked an issue: %s', (_, known, changes, expected) => {
  expect(linkedOf(known, changes)).toEqual(expected);
});
