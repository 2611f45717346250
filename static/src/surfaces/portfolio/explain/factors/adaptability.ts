import type { Day, Signal } from '../../../../../../src/contract';
import type { Format } from '../../../../shared/format';
import { explainAs, type Explainer } from './common';
import { objectiveName } from '../names';

const SIGNAL_NAME: Record<Signal['kind'], string> = {
  atRisk: 'Turned at risk',
  offTrack: 'Turned off track',
  stale: 'Its open work turned stale',
};

/** What is recorded each day covers all projects. */
const RECONSTRUCTED =
  'Health in the projects that you may browse is reconstructed for each Sunday of the last 13 weeks, from when today’s work was created and done. Work that turned stale is counted over all projects only, for those who may see them.';

const ANSWER_NAME = {
  decision: 'a decision',
  change: 'a change of target date, weight or status',
  relink: 'linking its work anew',
};

/** When and how a signal was answered, or until when it still can be. */
function answerOf({ answered, due }: Signal, today: Day, format: Format): string {
  if (answered) return `${format.day(answered.day)}, by ${ANSWER_NAME[answered.by]}`;
  return due >= today ? `not yet; in time until ${format.day(due)}` : 'no';
}

export const explainAdaptability: Explainer = (portfolio, format) => {
  const { basis, factors } = portfolio;
  const { signals } = factors.adaptability;
  const answered = signals.filter((signal) => signal.answered !== null).length;
  return explainAs('adaptability', portfolio, format, {
    missing: `nothing called for an answer from ${format.day(basis.from)} to ${format.day(basis.to)}: no objective turned at risk or off track, and no open work turned stale. The first such signal gives it a value.`,
    formula: `signals answered within ${format.days(basis.responseDays)} ÷ all signals of the window. An answer is a check-in with a decision, a change of target date, weight or status, or a re-link of the work.`,
    inputs: [
      { name: 'Answered in time', value: format.number(answered) },
      { name: 'All signals', value: format.number(signals.length) },
    ],
    tables:
      signals.length === 0
        ? []
        : [
            {
              title: 'Signals, oldest first',
              head: ['Objective', 'Day', 'Signal', 'Answered'],
              rows: signals.map((signal) => [
                objectiveName(portfolio, signal.objective),
                format.day(signal.day),
                SIGNAL_NAME[signal.kind],
                answerOf(signal, basis.to, format),
              ]),
            },
          ],
    assumed: [
      'A signal that can still be answered in time counts as not answered until it is.',
      ...(basis.covers === 'all' ? [] : [RECONSTRUCTED]),
    ],
  });
};
