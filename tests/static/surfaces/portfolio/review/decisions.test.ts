import type { Portfolio } from '../../../../../src/contract';
import { createFormat } from '../../../../../static/src/shared/format';
import { decisionInWords, decisionsDue } from '../../../../../static/src/surfaces/portfolio/review/decisions';
import { asDay } from '../../../../domain/days';
import { objectiveRef, portfolioObjective } from '../../../support/objectiveSamples';
import { blank, portfolio } from '../../../support/portfolioSamples';

const english = createFormat('en-GB', 'Europe/Berlin');

describe('the decisions due', () => {
  const told = (shown: Portfolio) =>
    decisionsDue(shown).map((decision) => [decision.objective, decisionInWords(decision, shown, english)]);

  it('are unanswered signals and check-ins that are late, what waits longest first', () => {
    expect(told(portfolio)).toEqual([
      ['OBJ-3', 'Its last check-in was on 17 Aug 2026; one is wanted every 30 days.'],
      [
        'OBJ-14',
        'It stopped being active on 21 Sept 2026 with work still open, and nobody had answered by 5 Oct 2026.',
      ],
      ['OBJ-6', 'Nobody has checked in on it yet; one is wanted every 30 days.'],
      ['OBJ-8', 'It turned off track on 16 Nov 2026, and an answer is due by 30 Nov 2026.'],
    ]);
  });

  it('are objectives past their target date, and not check-ins on what has not started', () => {
    const late = { target: asDay('2026-11-22'), lastCheckIn: asDay('2026-10-24') };
    const shown = {
      ...blank,
      objectives: [
        portfolioObjective(objectiveRef('OBJ-1', 'Late'), late),
        portfolioObjective(objectiveRef('OBJ-2', 'Reached', 'achieved'), late),
        portfolioObjective(objectiveRef('OBJ-3', 'To come'), {
          start: asDay('2026-12-01'),
          target: asDay('2026-11-23'),
        }),
      ],
    };
    expect(told(shown)).toEqual([
      ['OBJ-1', 'Its target date, 22 Nov 2026, has passed and it is still active: extend, achieve or drop it.'],
    ]);
  });

  it.each([
    [{ activeSince: asDay('2026-11-01') }, 0],
    [{ start: asDay('2026-11-01') }, 0],
    [{ start: asDay('2026-01-01'), activeSince: asDay('2026-10-24') }, 1],
    [{}, 1],
  ])('miss no first check-in before an objective was active for one cadence: %j', (known, missed) => {
    const objectives = [portfolioObjective(objectiveRef('OBJ-1', 'New'), known)];
    expect(told({ ...blank, objectives })).toHaveLength(missed);
  });
});
