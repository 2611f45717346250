import { ratio } from '../../../../src/domain/ratio';
import type { Mix } from '../../../../src/domain/work/mix';
import type { Explanation } from '../explain/explanation';
import { NONE, type Format } from '../format';
import { WORK_NAME, type WorkKind } from '../words';

/** What both figures are made of. A figure without a value has nothing to explain. */
export type Explained = { then?: Explanation; now?: Explanation };

/** A figure on a day and now, in words. Without a value it has a dash, and no change. */
export type ThenNow = { name: string; then: string; now: string; change: string; explained?: Explained };

type Value = number | null;

/** "unchanged" if both are written alike; a dash if one of them has no value. */
const changeInWords = (then: Value, now: Value, apart: (difference: number) => string | null): string => {
  if (then === null || now === null) return NONE;
  const difference = apart(Math.abs(now - then));
  return difference === null ? 'unchanged' : `${now > then ? '+' : '−'}${difference}`;
};

/** A score then and now, each as `write` writes it. */
export const scoreThenNow = (name: string, then: Value, now: Value, write: Format['score']): ThenNow => ({
  name,
  then: write(then),
  now: write(now),
  change: changeInWords(then, now, (difference) => (write(then) === write(now) ? null : write(difference))),
});

/** A share 0…1 then and now. */
export const shareThenNow = (name: string, then: Value, now: Value, format: Format): ThenNow => ({
  name,
  then: format.percent(then),
  now: format.percent(now),
  change: changeInWords(then, now, format.points),
});

type Mixes = Record<WorkKind, Mix | null>;

const runShare = (mix: Mix | null): Value => mix && ratio(mix.run, mix.aligned + mix.run + mix.stale + mix.unlinked);

/** Alignment of effort and of planned work, and the share of Run the business in the effort. */
export const mixesThenNow = (
  then: Mixes,
  now: Mixes,
  format: Format,
  explained?: (kind: WorkKind) => Explained,
): ThenNow[] => [
  ...(['effort', 'planned'] as const).map((kind) => ({
    ...shareThenNow(
      `Alignment, ${WORK_NAME[kind].toLowerCase()}`,
      then[kind]?.alignment ?? null,
      now[kind]?.alignment ?? null,
      format,
    ),
    ...(explained && { explained: explained(kind) }),
  })),
  shareThenNow('Run the business, of effort', runShare(then.effort), runShare(now.effort), format),
];
