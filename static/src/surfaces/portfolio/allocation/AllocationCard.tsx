import type { Portfolio } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { Explain } from '../../../shared/explain/Explain';
import { NONE } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import { explainFit } from '../explain/allocation';
import { AllocationBars } from './AllocationBars';
import styles from './allocation.module.css';

/** The allocation fit, with the shares that it is computed from. */
export function AllocationCard({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const { allocationFit } = portfolio;
  return (
    <Card
      title="Planned against actual"
      about="Each objective’s share in the plan, and in the aligned effort"
      beside={
        <span className="subtle">
          Allocation fit{' '}
          <span className={styles.fitValue}>
            <Explain explanation={explainFit(portfolio, format)}>
              {allocationFit === null ? NONE : format.percent(allocationFit)}
            </Explain>
          </span>
        </span>
      }
    >
      <AllocationBars portfolio={portfolio} />
    </Card>
  );
}
