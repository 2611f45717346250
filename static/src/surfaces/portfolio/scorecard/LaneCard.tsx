import { Inline } from '@atlaskit/primitives/compiled';
import type { PortfolioBasis, PortfolioObjective } from '../../../../../src/contract';
import { HEADLINE_NAME } from '../../../../../src/domain/strategy/objective';
import { Card } from '../../../shared/Card';
import { Explain } from '../../../shared/explain/Explain';
import { HealthLozenge } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { ObjectiveLozenge } from '../../../shared/ObjectiveLozenge';
import { ObjectiveLink } from '../ObjectiveLink';
import { PacedBar } from '../PacedBar';
import { explainHeadline } from './explainHeadline';
import { KeyResultsTable } from './KeyResultsTable';
import type { Lane } from './lanes';
import styles from './scorecard.module.css';

type ObjectiveProps = { one: PortfolioObjective; basis: PortfolioBasis };

/** Shown for an objective without the progress that it is judged by. */
const NO_PROGRESS: Record<PortfolioObjective['headline'], string> = {
  work: 'No work yet',
  keyResults: 'No key result is measured yet',
  both: 'No work, and no key result measured yet',
};

function Headline({ one, basis }: ObjectiveProps) {
  const format = useFormat();
  const { headline, progress, health } = one;
  const expected = health === null ? null : one.expected;
  if (progress === null) return <p className="small">{NO_PROGRESS[headline]}</p>;
  return (
    <div className={styles.headline}>
      <PacedBar progress={progress} expected={expected} tone={headline === 'work' ? 'work' : 'keyResults'} />
      <span className={styles.value}>
        <Explain explanation={explainHeadline(one, basis, format)}>{format.percent(progress)}</Explain>
      </span>
      <span className="small">
        {HEADLINE_NAME[headline]}
        {expected !== null && `; ${format.percent(expected)} expected by now`}
      </span>
    </div>
  );
}

function Objective({ one, basis }: ObjectiveProps) {
  const { objective, health, stated, forecast } = one;
  return (
    <li className={styles.objective}>
      <Inline space="space.200" rowSpace="space.050" alignBlock="baseline" spread="space-between" shouldWrap>
        <h3 className={styles.name}>
          <ObjectiveLink objective={objective} />
        </h3>
        {health === null ? (
          <ObjectiveLozenge status={objective.status} />
        ) : (
          <HealthLozenge health={health} stated={stated} forecast={forecast} />
        )}
      </Inline>
      <Headline one={one} basis={basis} />
      <KeyResultsTable one={one} />
    </li>
  );
}

/** A perspective of the scorecard: its objectives and their key results. */
export function LaneCard({ lane, basis }: { lane: Lane; basis: PortfolioBasis }) {
  const format = useFormat();
  const { name, objectives, perspective } = lane;
  return (
    <Card
      title={name}
      className={styles[perspective ?? 'noPerspective']}
      beside={objectives.length > 0 && <span className="small">{format.count(objectives.length, 'objective')}</span>}
    >
      {objectives.length === 0 ? (
        <p className="small">No objective takes this perspective. A balanced strategy has some in each.</p>
      ) : (
        <ul className={styles.objectives}>
          {objectives.map((one) => (
            <Objective key={one.objective.key} one={one} basis={basis} />
          ))}
        </ul>
      )}
    </Card>
  );
}
