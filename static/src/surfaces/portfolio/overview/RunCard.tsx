import type { Portfolio } from '../../../../../src/contract';
import { RUN_TITLE } from '../../../../../src/domain/work/workItem';
import { Card } from '../../../shared/Card';
import card from '../../../shared/card.module.css';
import type { Listed } from '../../../shared/counted/opened';
import { Explain } from '../../../shared/explain/Explain';
import type { Explanation } from '../../../shared/explain/explanation';
import { explainRun } from '../../../shared/explain/explainRun';
import { NONE, type Format } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { RUN_MEANING } from '../../../shared/words';
import { coverageOf } from '../explain/coverage';
import styles from './overview.module.css';

const effortIn = ({ window, measure }: Portfolio['basis']): Listed => ({ look: { window, measure }, filter: null });

const explainShare = ({ effort, guardrail, basis }: Portfolio, format: Format): Explanation => ({
  ...explainRun(effort, { basis, of: effortIn(basis) }, format, [coverageOf(basis, format)]),
  assumed:
    guardrail === null
      ? ['No guardrail is set.']
      : [`Guardrail, as a Jira admin set it: ${format.percent(guardrail)}.`],
});

/** How far the run share is above the guardrail; `null`: it is not. */
const overBy = ({ effort: { runShare }, guardrail }: Portfolio, format: Format): string | null =>
  runShare !== null && guardrail !== null && runShare > guardrail ? format.points(runShare - guardrail) : null;

function verdict({ effort, guardrail, mayEdit }: Portfolio, over: string | null, format: Format): string {
  if (guardrail === null) {
    return `No guardrail is set${mayEdit ? ': a Jira admin can set one in the app’s settings' : ''}.`;
  }
  if (effort.runShare === null) return `The guardrail is ${format.percent(guardrail)}.`;
  return `${over === null ? 'Within' : `${over} above`} the guardrail of ${format.percent(guardrail)}.`;
}

/** The run share of the effort, against the guardrail. */
export function RunCard({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const { effort, guardrail } = portfolio;
  const { runShare } = effort;
  const over = overBy(portfolio, format);
  return (
    <Card title={RUN_TITLE} about={RUN_MEANING}>
      <p className={card.lead}>
        <span className={card.big}>
          <Explain explanation={explainShare(portfolio, format)}>
            {runShare === null ? NONE : format.percent(runShare)}
          </Explain>
        </span>
        <span>of the effort</span>
      </p>
      <div className={styles.runBar} aria-hidden="true">
        <span
          className={over === null ? styles.run : styles.runOver}
          style={{ inlineSize: `${100 * (runShare ?? 0)}%` }}
        />
        {guardrail !== null && (
          <span className={styles.guardrail} style={{ insetInlineStart: `${100 * guardrail}%` }} />
        )}
      </div>
      <p className={over === null ? styles.subtle : styles.over}>{verdict(portfolio, over, format)}</p>
    </Card>
  );
}
