import { type FunctionPartKind, NO_PART, OTHER_PARTS } from '../../domain/work/blockFigures';
import type { Cell } from '../../domain/work/cell';
import type { Coverage } from '../../domain/work/coverage';
import type { WindowDays } from '../../domain/time/window';
import type { WorkFunction } from '../../domain/work/workItem';
import { type ServedKey, servedKeys } from '../strategy/servedKeys';
import { workFunctionsById } from '../work/workFunctions';
import { cellReader } from './cellColumns';
import { unpackParts } from './packed';
import { coveredSums, readSums } from './projectSums';
import type { ProjectSums } from './sums';

/** The cells of a part of a project; `null`: work without a component or team; `'other'`: parts too small to be told apart. */
export type FunctionCell = Cell & { part: WorkFunction | 'other' | null };

/** With the number under which the component or team is stored. */
export type NumberedCell = FunctionCell & { number: number };

const TEXTS = { component: 'components', team: 'teams' } as const satisfies Record<FunctionPartKind, keyof ProjectSums>;

/**
 * The cells of projects by component or team, of those that a viewer's numbers cover or of all. Three statements, or
 * two with `keys`, and one more and one for each 2 MB where it is much.
 * @param keys the keys of what is served, if the caller reads them too
 */
export const functionCells = async (
  kind: FunctionPartKind,
  days: WindowDays,
  coverage?: Coverage,
  keys?: Promise<ServedKey>,
): Promise<NumberedCell[]> => {
  const texts = [TEXTS[kind]] as const;
  const [servedKey, functions, sums] = await Promise.all([
    keys ?? servedKeys(),
    workFunctionsById(kind),
    coverage === undefined ? readSums(texts) : coveredSums(texts, coverage),
  ]);
  const cellOf = cellReader(days);
  const partOf = (part: number): FunctionCell['part'] =>
    part === NO_PART ? null : part === OTHER_PARTS ? 'other' : (functions.get(part) ?? null);
  return sums.flatMap((project) =>
    unpackParts(project[TEXTS[kind]]).map(({ serves, part, numbers }) => ({
      ...cellOf(project.project, servedKey(serves), numbers),
      part: partOf(part),
      number: part,
    })),
  );
};
