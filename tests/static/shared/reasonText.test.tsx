import { reasonText } from '../../../static/src/shared/suggestions/reasonText';
import { SUBJECTS } from '../../../src/domain/suggestions/signals';

const reason = { units: 3, newest: 0, shared: ['Cart', 'Search'] };
const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);

describe('a reason in words', () => {
  test.each([
    ['words', 'words in common: Cart, Search'],
    ['recency', 'work that serves it was created lately, on 1970-01-01'],
    ['component', '3 issues of component Cart, Search serve it'],
    ['owner', 'its owner reported or has the work'],
  ] as const)('%s', (subject, text) => expect(reasonText({ subject, ...reason }, day)).toBe(text));

  test('counts one issue as one', () => {
    expect(reasonText({ subject: 'reporter', ...reason, units: 1 }, day)).toBe(
      '1 issue of the same reporter serves it',
    );
  });

  test('is different for every subject', () => {
    const subjects = [...new Set(SUBJECTS)];
    expect(new Set(subjects.map((subject) => reasonText({ subject, ...reason }, day))).size).toBe(subjects.length);
  });
});
