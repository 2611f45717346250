import type { Portfolio } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { Gauge } from '../../../shared/charts/Gauge';
import { Explain } from '../../../shared/explain/Explain';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { FACTOR_NAME } from '../../../shared/words';
import { explainIndex, leversOf, noIndexBecause } from '../explain/executionIndex';
import { INDEX_NAME } from '../words';
import styles from './overview.module.css';

/** The index, and the factor that would raise it most. */
export function IndexCard({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const { index } = portfolio;
  const [lever] = leversOf(portfolio);
  const explanation = explainIndex(portfolio, format);
  return (
    <Card title={INDEX_NAME} className={styles.index}>
      <Gauge share={index === null ? null : index / 100} ends={['0', '100']}>
        <span className={styles.score}>
          <Explain explanation={explanation}>{index === null ? NONE : format.index(index)}</Explain>
        </span>
        <span className="small">of 100</span>
      </Gauge>
      <p className={styles.lever}>
        {index === null
          ? noIndexBecause(portfolio)
          : lever &&
            `${FACTOR_NAME[lever.factor]} holds it back most: if it were full, the index would be ${format.index(index + lever.gain)}.`}
      </p>
    </Card>
  );
}
