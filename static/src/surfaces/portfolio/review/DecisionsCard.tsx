import type { Portfolio } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { useFormat } from '../../../shared/host';
import { refOf } from '../explain/names';
import { ObjectiveLink } from '../ObjectiveLink';
import { decisionInWords, decisionsDue } from './decisions';
import styles from './review.module.css';

export function DecisionsCard({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const decisions = decisionsDue(portfolio);
  return (
    <Card title="Decisions due" about="What waits longest first">
      {decisions.length === 0 ? (
        <p className="subtle">Nothing waits for a decision.</p>
      ) : (
        <ol className={styles.points}>
          {decisions.map((decision) => (
            <li key={`${decision.kind} ${decision.objective}`}>
              <p>
                <ObjectiveLink objective={refOf(portfolio, decision.objective)} />
              </p>
              <p>{decisionInWords(decision, portfolio, format)}</p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
