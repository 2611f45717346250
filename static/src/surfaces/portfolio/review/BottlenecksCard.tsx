import type { Portfolio } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { useFormat } from '../../../shared/host';
import { figuresOf, FINDING_NAME, objectiveOf, sentenceOf } from '../findings/describe';
import { ObjectiveLink } from '../ObjectiveLink';
import { RouteLink } from '../routing/RouteLink';
import styles from './review.module.css';

/** The findings, without their evidence, which is on the overview. */
export function BottlenecksCard({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const { findings } = portfolio;
  return (
    <Card
      title="Bottlenecks"
      about="Most harmful first"
      beside={
        findings.length > 0 && (
          <span className={styles.onScreen}>
            <RouteLink to="/">See the evidence</RouteLink>
          </span>
        )
      }
    >
      {findings.length === 0 ? (
        <p className="subtle">Nothing found that holds the strategy back.</p>
      ) : (
        <ol className={styles.points}>
          {findings.map((finding) => {
            const key = objectiveOf(finding.evidence);
            const objective = key === null ? null : figuresOf(portfolio, key)?.objective;
            return (
              <li key={`${finding.evidence.kind} ${key ?? ''}`}>
                <p>
                  <strong>{FINDING_NAME[finding.evidence.kind]}</strong>{' '}
                  <span className="small">holds back {format.percent(finding.harm)} of the plan</span>
                </p>
                {key !== null && <p>{objective ? <ObjectiveLink objective={objective} /> : key}</p>}
                <p>{sentenceOf(finding, portfolio, format)}</p>
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}
