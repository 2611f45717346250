import type { CheckIn } from '../../contract';
import type { Cascade } from '../../domain/strategy/cascade';
import type { KeptCheckIn } from '../../store/strategy/checkIns';
import { type Asking, isShown, seesDraftsOf } from './visibleObjective';

/** The check-ins that the viewer may see, newest first. Those of a draft stay with the readers of drafts. */
export const shownCheckIns = (checkIns: readonly KeptCheckIn[], cascade: Cascade, viewer: Asking): CheckIn[] =>
  checkIns
    .filter(({ objective: key, ofDraft }) => {
      const objective = cascade.find(key);
      return objective !== undefined && (ofDraft ? seesDraftsOf : isShown)(objective, viewer);
    })
    .sort((a, b) => b.day - a.day || b.at - a.at)
    .map(({ id, objective, day, at, author, note, health, decision, values }) => ({
      ...{ id, objective, day, author, note, health, decision },
      at: new Date(at).toISOString(),
      values: [...values].map(([keyResult, value]) => ({ keyResult, value })),
    }));
