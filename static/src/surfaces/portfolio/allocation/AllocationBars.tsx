import { Stack } from '@atlaskit/primitives/compiled';
import VisuallyHidden from '@atlaskit/visually-hidden';
import type { Allocation, Portfolio } from '../../../../../src/contract';
import charts from '../../../shared/charts/charts.module.css';
import { Counted } from '../../../shared/counted/Counted';
import { Explain } from '../../../shared/explain/Explain';
import { useFormat } from '../../../shared/host';
import { OUTSIDE_THE_PLAN, shareOpens } from '../explain/allocation';
import { refOf } from '../explain/names';
import { explainShare } from '../figures/explanations';
import { ObjectiveLink } from '../ObjectiveLink';
import styles from './allocation.module.css';

function Name({ portfolio, objective }: { portfolio: Portfolio; objective: string | null }) {
  if (objective === null) {
    return <span title="Done for objectives that are not, or no longer, in the plan">{OUTSIDE_THE_PLAN}</span>;
  }
  return <ObjectiveLink objective={refOf(portfolio, objective)} />;
}

/** The planned share, which opens to its formula; outside the plan there is none. */
function Planned({ portfolio: { objectives, basis }, objective, planned }: Allocation & { portfolio: Portfolio }) {
  const format = useFormat();
  const one = objectives.find((each) => each.objective.key === objective);
  if (!one) return format.percent(planned);
  return <Explain explanation={explainShare(one, basis, format)}>{format.percent(planned)}</Explain>;
}

/** How far actual is from planned. In words, because colour alone must not tell the direction. */
function Apart({ planned, actual }: Allocation) {
  const format = useFormat();
  const points = format.points(actual - planned);
  if (points === null) return <span className={`${styles.apart} ${styles.even}`}>as planned</span>;
  return (
    <span className={`${styles.apart} ${actual < planned ? styles.less : styles.more}`}>
      {points} {actual < planned ? 'less' : 'more'}
    </span>
  );
}

/** Planned and actual share of the aligned effort, by top-level objective. */
export function AllocationBars({ portfolio }: { portfolio: Portfolio }) {
  const format = useFormat();
  const { allocations } = portfolio;
  if (allocations.length === 0) {
    return <p className="subtle">No aligned effort in this window yet, so there are no shares to compare.</p>;
  }
  const longest = Math.max(...allocations.flatMap(({ planned, actual }) => [planned, actual]));
  const bar = (share: number) => ({ inlineSize: `${(100 * share) / longest}%` });
  return (
    <Stack space="space.150">
      <ul className={`${charts.legend} ${styles.legend}`}>
        <li>
          <span className={styles.planned} aria-hidden="true" /> Planned share
        </li>
        <li>
          <span className={styles.actual} aria-hidden="true" /> Share of the aligned effort
        </li>
      </ul>
      <Stack as="ul" space="space.150">
        {allocations
          .filter(({ objective, actual }) => objective !== null || actual > 0)
          .map((one) => (
            <li key={one.objective ?? ''} className={styles.row}>
              <div className={styles.name}>
                <Name portfolio={portfolio} objective={one.objective} />
                <Apart {...one} />
              </div>
              <Stack space="space.025">
                <div className={styles.line}>
                  <span className={styles.track}>
                    <span className={styles.planned} style={bar(one.planned)} />
                  </span>
                  <span className={styles.share}>
                    <VisuallyHidden>planned </VisuallyHidden>
                    <Planned portfolio={portfolio} {...one} />
                  </span>
                </div>
                <div className={styles.line}>
                  <span className={styles.track}>
                    <span className={styles.actual} style={bar(one.actual)} />
                  </span>
                  <span className={styles.share}>
                    <VisuallyHidden>actual </VisuallyHidden>
                    {one.actual > 0 ? (
                      <Counted opened={shareOpens(one, portfolio.basis)} text={format.percent(one.actual)} />
                    ) : (
                      format.percent(one.actual)
                    )}
                  </span>
                </div>
              </Stack>
            </li>
          ))}
      </Stack>
    </Stack>
  );
}
