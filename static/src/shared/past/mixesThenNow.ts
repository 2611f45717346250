import type { MixFigure } from '../../../../src/contract';
import { type Mix, runShareOf } from '../../../../src/domain/work/mix';
import type { Listed } from '../counted/opened';
import { explainMix, type WorkBasis } from '../explain/explanation';
import { explainRun } from '../explain/explainRun';
import type { Format } from '../format';
import { WORK_KINDS, WORK_NAME, type WorkKind } from '../words';
import { explainMixThen, explainRunThen, type Then } from './explainThen';
import { shareThenNow, type ThenNow } from './thenNow';

/** The work of a past day. `null`: it is not known */
type PastMixes = { effort: Mix; planned: Mix | null };

/** The work of today. `covers`: which projects, if that is not obvious */
type Today = { mixes: Record<WorkKind, MixFigure>; basis: WorkBasis; of: Listed; covers?: string[] };

/** Alignment of effort and of planned work, and the share of Run the business in the effort: then and now. */
export const mixesThenNow = (
  past: PastMixes,
  then: Then,
  { mixes, covers, ...about }: Today,
  format: Format,
): ThenNow[] => [
  ...WORK_KINDS.map((kind) => {
    const mix = past[kind];
    return {
      ...shareThenNow(
        `Alignment, ${WORK_NAME[kind].toLowerCase()}`,
        mix?.alignment ?? null,
        mixes[kind].alignment,
        format,
      ),
      explained: {
        ...(mix && { then: explainMixThen(kind, mix, then, format) }),
        now: explainMix(kind, mixes[kind], about, format, covers),
      },
    };
  }),
  {
    ...shareThenNow('Run the business, of effort', runShareOf(past.effort), mixes.effort.runShare, format),
    explained: {
      then: explainRunThen(past.effort, then, format),
      now: explainRun(mixes.effort, about, format, covers),
    },
  },
];
