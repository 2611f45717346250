import type { Perspective, PortfolioObjective } from '../../../../../src/contract';
import { PERSPECTIVES, PERSPECTIVE_NAME } from '../../../../../src/domain/strategy/objective';
import { NO_PERSPECTIVE } from '../../../shared/words';

export type Lane = { perspective: Perspective | null; name: string; objectives: PortfolioObjective[] };

/** What the organisation pursues, or has reached: neither archived nor dropped. */
const isOnScorecard = ({ archived, objective }: PortfolioObjective) => !archived && objective.status !== 'dropped';

/** The four perspectives, empty ones too, in the order of the balanced scorecard; and what has none, where there is some. */
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
