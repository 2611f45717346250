import type { Portfolio } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { Explain } from '../../../shared/explain/Explain';
import { useFormat } from '../../../shared/host';
import { refOf } from '../explain/names';
import { MoreFindings } from '../findings/FindingsList';
import { explainFinding } from '../findings/evidence';
import { FINDING_NAME, harmInWords, objectiveOf, sentenceOf } from '../findings/describe';
import { ObjectiveLink } from '../ObjectiveLink';
import { RouteLink } from '../routing/RouteLink';
import { FINDINGS, NOTHING_FOUND } from '../words';
import styles from './review.module.css';

/** The findings. What each holds back opens to its evidence. */
export function FindingsCard({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const { findings } = portfolio;
  return (
    <Card
      title={FINDINGS}
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
        <p className="subtle">{NOTHING_FOUND}</p>
      ) : (
        <ol className={styles.points}>
          {findings.map((finding) => {
            const key = objectiveOf(finding.evidence);
            return (
              <li key={`${finding.evidence.kind} ${key ?? ''}`}>
                <p>
                  <strong>{FINDING_NAME[finding.evidence.kind]}</strong>{' '}
                  <span className="small">
                    <Explain
                      explanation={explainFinding(finding, portfolio, format)}
                      label={`${harmInWords(finding, format)}, ${FINDING_NAME[finding.evidence.kind]}${key === null ? '' : ` of ${key}`}: the evidence`}
                    >
                      {harmInWords(finding, format)}
                    </Explain>
                  </span>
                </p>
                {key !== null && (
                  <p>
                    <ObjectiveLink objective={refOf(portfolio, key)} />
                  </p>
                )}
                <p>{sentenceOf(finding, portfolio, format)}</p>
              </li>
            );
          })}
        </ol>
      )}
      <MoreFindings portfolio={portfolio} />
    </Card>
  );
}
