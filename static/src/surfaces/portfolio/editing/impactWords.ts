import type { Impact, ObjectiveRef } from '../../../../../src/contract';
import type { Format } from '../../../shared/format';
import { inProjects } from '../../../shared/explain/explanation';
import { titled } from '../../../shared/words';

const chain = (objectives: readonly ObjectiveRef[]) => objectives.map(titled).join(' › ');

const sameChain = (a: readonly ObjectiveRef[], b: readonly ObjectiveRef[]) =>
  a.map(({ key }) => key).join() === b.map(({ key }) => key).join();

/** What another parent or status would do, most important first. Empty if nothing changes. */
export function impactInWords(impact: Impact, format: Format): string[] {
  const {
    covers,
    below,
    work,
    becomeStale,
    comeAlive,
    aboveBefore,
    aboveAfter,
    plannedShareBefore,
    plannedShareAfter,
  } = impact;
  const moves = !sameChain(aboveBefore, aboveAfter);
  const isAlone = (count: number) => count === 1;
  const sentences = [
    becomeStale > 0 &&
      `${format.units(becomeStale)} ${isAlone(becomeStale) ? 'is' : 'are'} open and would be stale: aligned work no longer, until ${
        isAlone(becomeStale) ? 'it is' : 'they are'
      } linked to an active objective.`,
    comeAlive > 0 &&
      `${format.units(comeAlive)} ${isAlone(comeAlive) ? 'is' : 'are'} open and stale now, and would be aligned again.`,
    moves &&
      (aboveAfter.length > 0
        ? `It would contribute to ${chain(aboveAfter)}${aboveBefore.length > 0 ? `, no longer to ${chain(aboveBefore)}` : ''}.`
        : `It would be at the top, and no longer contribute to ${chain(aboveBefore)}.`),
    moves && below > 0 && `${format.count(below, 'objective')} below it would move with it.`,
    format.percent(plannedShareBefore) !== format.percent(plannedShareAfter) &&
      `Its planned share of everything would go from ${format.percent(plannedShareBefore)} to ${format.percent(plannedShareAfter)}.`,
  ].filter((sentence) => sentence !== false);
  const units = work.todo + work.doing + work.done;
  if (sentences.length === 0) return [];
  return [
    ...sentences,
    units === 0
      ? `No work in ${inProjects(covers)} serves it or an objective below it.`
      : `${format.units(units)} in ${inProjects(covers)} ${isAlone(units) ? 'serves' : 'serve'} it or an objective below it: ${format.number(work.todo)} to do, ${format.number(work.doing)} in progress, ${format.number(work.done)} done.`,
  ];
}
