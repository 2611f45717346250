import type { RetagCell } from '../../domain/work/retags';
import type { ServedKey } from '../strategy/servedKeys';
import { unpackRetags } from './packedRetags';
import type { ReadSums } from './projectSums';

/** The retags in some sums. */
export const retagCellsIn = (sums: readonly ReadSums[], servedKey: ServedKey): RetagCell[] =>
  sums.flatMap(({ project, retags }) =>
    unpackRetags(retags).flatMap(({ serves, retags: of }) =>
      of.map((one) => ({ project, serves: servedKey(serves), ...one })),
    ),
  );
