import { isDeepStrictEqual } from 'node:util';
import type { KeyResult } from '../../domain/strategy/keyResult';
import type { Objective } from '../../domain/strategy/objective';
import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import type { StatedRow } from '../../store/strategy/statedStrategy';
import { sameTitle, type StatedKeyResult, tidyLine, tidyText } from '../../domain/strategy/objectiveRules';

/** An objective with only its stored fields, its texts tidied. */
export const tidyObjective = (stated: Objective): Objective => ({
  key: stated.key,
  title: tidyLine(stated.title),
  status: stated.status,
  description: tidyText(stated.description),
  parent: stated.parent,
  weight: stated.weight,
  perspective: stated.perspective,
  owner: stated.owner,
  start: stated.start,
  target: stated.target,
  headline: stated.headline,
  archived: stated.archived,
});

export const tidyKeyResult = <T extends StatedKeyResult>(stated: T): T => ({
  ...stated,
  title: tidyLine(stated.title),
  unit: tidyLine(stated.unit),
});

/** A key result from a file. Only those that the app wrote have ids. */
export type FiledKeyResult = StatedKeyResult & { id?: number };

/** The key results of a file with ids: their own, else that of the one with the same title, else a fresh one. */
export const identified = (
  objective: string,
  keyResults: readonly FiledKeyResult[],
  existing: readonly KeyResult[],
  freshId: () => number,
): KeyResult[] =>
  keyResults.map(({ id, title, unit, goal, weight }) => ({
    id: id ?? existing.find((known) => sameTitle(known.title, title))?.id ?? freshId(),
    objective,
    title,
    unit,
    goal,
    weight,
  }));

/** Whether a change changes nothing. */
export const isAsBefore = (row: StatedRow | null, after: ObjectiveState): boolean =>
  row !== null &&
  isDeepStrictEqual(row.objective, after.objective) &&
  isDeepStrictEqual(row.keyResults, after.keyResults);
