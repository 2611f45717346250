import type { ObjectiveStatus } from '../strategy/objective';
import type { Cell } from './cell';
import { type CountedCell, tallyIn, type UnlinkedPart, unlinkedStates } from './countedWork';
import { standingOf } from './standing';

/**
 * Work that wants a decision: unlinked, or stale. By what it serves, with the states that count. Of done work only what was
 * done in the window is asked for: nobody links the rest any more.
 */
export const undecidedIn = (
  cells: readonly Cell[],
  part: UnlinkedPart,
  statusOf: (key: string) => ObjectiveStatus,
): CountedCell[] =>
  cells.flatMap((cell) => {
    const states = unlinkedStates(part).filter((state) =>
      ['unlinked', 'stale'].includes(standingOf(cell.serves, state === 'doneInWindow', statusOf)),
    );
    const tally = tallyIn(cell, states);
    return tally.items === 0 ? [] : [{ project: cell.project, serves: cell.serves, states, tally, isSized: true }];
  });
