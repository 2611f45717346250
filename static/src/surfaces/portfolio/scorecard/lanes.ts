import type { Perspective, PortfolioObjective } from '../../../../../src/contract';
import { PERSPECTIVES, PERSPECTIVE_NAME } from '../../../../../src/domain/strategy/objective';
import { NO_PERSPECTIVE } from '../../../shared/words';

export type Lane = { perspective: Perspective | null; name: string; objectives: PortfolioObjective[] };

const isOnScorecard = ({ archived, objective }: PortfolioObjective) => !archived && objective.status !== 'dropped';

/** A lane for each perspective, even if empty. Objectives without one are a further lane, if there are any. */
export function lanesOf(objectives: readonly PortfolioObjective[]): Lane[] {
  const shown = objectives.filter(isOnScorecard);
  const of = (perspective: Perspective | null) => shown.filter((one) => one.perspective === perspective);
  const lanes: Lane[] = PERSPECTIVES.map((perspective) => ({
    perspective,
    name: PERSPECTIVE_NAME[perspective],
    objectives: of(perspective),
  }));
  const rest = of(null);
  return rest.length === 0 ? lanes : [...lanes, { perspective: null, name: NO_PERSPECTIVE, objectives: rest }];
}
