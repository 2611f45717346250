import ChevronRight from '@atlaskit/icon/core/chevron-right';
import { useId, useState } from 'react';
import type { FactorKey, Portfolio } from '../../../../../src/contract';
import { ALL_FACTORS } from '../../../../../src/domain/scores/executionIndex';
import { Card } from '../../../shared/Card';
import { Explained } from '../../../shared/explain/Explained';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { FACTOR_NAME, FACTOR_QUESTION } from '../../../shared/words';
import { leversOf } from '../explain/executionIndex';
import { EXPLAIN_FACTOR } from '../explain/factors';
import styles from './overview.module.css';

type Props = { factor: FactorKey; portfolio: Portfolio; gain: number | null };

function Factor({ factor, portfolio, gain }: Props) {
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { value } = portfolio.factors[factor];
  return (
    <li className={styles.factor}>
      <button
        type="button"
        className={styles.factorButton}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.chevron}>
          <ChevronRight label="" size="small" />
        </span>
        <span className={styles.factorName}>
          <span className={styles.name}>{FACTOR_NAME[factor]}</span>
          <span className={styles.meaning}>{FACTOR_QUESTION[factor]}</span>
        </span>
        <span className={styles.factorBar} aria-hidden="true">
          {value !== null && <span style={{ inlineSize: `${100 * value}%` }} />}
        </span>
        <span className={styles.factorValue}>{value === null ? NONE : format.score(value)}</span>
        <span className={styles.gain}>
          {value === null ? 'not measurable yet' : gain === null ? '' : `+${format.index(gain)} if full`}
        </span>
      </button>
      <div id={id} hidden={!isOpen} className={styles.factorText}>
        {isOpen && <Explained explanation={EXPLAIN_FACTOR[factor](portfolio, format)} />}
      </div>
    </li>
  );
}

/** The factors of the index, each with its explanation. */
export function FactorsCard({ portfolio }: { portfolio: Portfolio }) {
  const levers = leversOf(portfolio);
  return (
    <Card title="What it is made of" about="Five factors, carried by buy-in. Each opens to how it is computed.">
      <ul className={styles.factors}>
        {ALL_FACTORS.map((factor) => (
          <Factor
            key={factor}
            factor={factor}
            portfolio={portfolio}
            gain={levers.find((lever) => lever.factor === factor)?.gain ?? null}
          />
        ))}
      </ul>
    </Card>
  );
}
