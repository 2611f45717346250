import type { Portfolio, Review } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { Explain } from '../../../shared/explain/Explain';
import { explainMix } from '../../../shared/explain/explanation';
import { explainPoint } from '../../../shared/explain/trendPoint';
import { HealthSign } from '../../../shared/HealthLozenge';
import { useFormat } from '../../../shared/host';
import { RetagNotes } from '../../../shared/retags/RetagNotes';
import { HEALTH_NAME } from '../../../shared/words';
import { coverageOf } from '../explain/coverage';
import { explainIndex, noIndexBecause } from '../explain/executionIndex';
import { healthCounts, unlikelyAmong } from '../figures/healthCounts';
import { RouteLink } from '../routing/RouteLink';
import { INDEX_NAME } from '../words';
import { alignmentPieces } from './reviewWords';
import styles from './review.module.css';

/** The index, the alignment of effort now and then, and the health of the objectives. */
export function StateCard({ portfolio, review }: { portfolio: Portfolio; review: Review }) {
  const format = useFormat();
  const { index, effort, basis } = portfolio;
  const of = { look: { window: basis.window, measure: basis.measure }, filter: null };
  const alignment = explainMix('effort', effort, { basis, of }, format, [coverageOf(basis, format)]);
  return (
    <Card title="State">
      <dl className={styles.state}>
        <div>
          <dt>{INDEX_NAME}</dt>
          <dd className={styles.figure}>
            <Explain explanation={explainIndex(portfolio, format)}>
              {index === null ? 'Not measurable yet' : format.index(index)}
            </Explain>
          </dd>
          <dd className="small">{index === null ? noIndexBecause(portfolio) : 'of 100'}</dd>
        </div>
        <div>
          <dt>Alignment of effort</dt>
          <dd className={styles.figure}>
            <Explain explanation={alignment}>
              {effort.alignment === null ? 'No effort yet' : format.percent(effort.alignment)}
            </Explain>
          </dd>
          <dd className="small">
            {alignmentPieces(portfolio, review, format).map((piece, at) =>
              typeof piece === 'string' ? (
                piece
              ) : (
                <Explain key={at} explanation={explainPoint(piece, { ...of, today: basis.to }, format)}>
                  {format.percent(piece.alignment)}
                </Explain>
              ),
            )}
          </dd>
          <dd>
            <RetagNotes of={of} retags={portfolio.retags} effort={effort} isOfProjects />
          </dd>
        </div>
        <div>
          <dt>Active objectives</dt>
          <dd>
            <ul className={styles.health}>
              {healthCounts(portfolio).map(({ health, count, unlikely }) => (
                <li key={health}>
                  <HealthSign health={health} />
                  <span className={styles.count}>{format.number(count)}</span>{' '}
                  {count > 0 ? (
                    <RouteLink to="/objectives" query={{ health }}>
                      {HEALTH_NAME[health]}
                    </RouteLink>
                  ) : (
                    HEALTH_NAME[health]
                  )}
                  {unlikely > 0 && <span className="subtle">{unlikelyAmong(unlikely, format)}</span>}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </Card>
  );
}
