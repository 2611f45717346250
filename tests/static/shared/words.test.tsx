import { healthInWords, strategicInWords } from '../../../static/src/shared/words';
import { createFormat } from '../../../static/src/shared/format';
import { mix } from '../support/samples';

test('an objective on track that is unlikely to arrive says so, and no other does', () => {
  expect(healthInWords({ health: 'onTrack', forecast: { chance: 0.14 } })).toBe('On track, unlikely in time');
  expect(healthInWords({ health: 'onTrack', forecast: { chance: 0.15 } })).toBe('On track');
  expect(healthInWords({ health: 'onTrack', forecast: { chance: null } })).toBe('On track');
  expect(healthInWords({ health: 'onTrack', forecast: null })).toBe('On track');
  expect(healthInWords({ health: 'atRisk', forecast: { chance: 0 } })).toBe('At risk');
});

test('what alignment is a share of leaves Run the business out', () => {
  const format = createFormat('en-GB', 'UTC');
  expect(strategicInWords(mix(30, 13, 2, 15), 'items', format)).toBe('47 strategic items');
  expect(strategicInWords(mix(0.5, 3, 0, 0.5), 'points', format)).toBe('1 strategic point');
});
