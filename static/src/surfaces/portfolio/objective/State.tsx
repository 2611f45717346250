import type { ObjectiveDetail } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { Counted } from '../../../shared/counted/Counted';
import { opensObjective } from '../../../shared/counted/opened';
import { useFormat } from '../../../shared/host';
import { ForecastCell, HealthCell, ShareCell, WeakestCell } from '../figures/cells';
import { ProgressCell } from '../figures/ProgressCell';
import { PaceLegend } from '../PacedBar';
import styles from './objective.module.css';

/** Progress, health, forecast and share, each with its explanation. */
export function State({ detail }: { detail: ObjectiveDetail }) {
  const format = useFormat();
  const { objective: one, basis, children } = detail;
  const { work } = one;
  const { key } = one.objective;
  const opened = (part: 'all' | 'doing', text: string, size: number) =>
    size === 0 ? (
      text
    ) : (
      <Counted
        opened={opensObjective(part === 'all' ? `Work on ${key}` : `Work on ${key}, in progress`, part, key, basis)}
        text={text}
      />
    );
  const weakest = children.find(({ objective }) => objective.key === one.weakestChild);
  return (
    <Card title="How it stands">
      <div className={styles.state}>
        <div className={styles.wide}>
          <h3 className={styles.label}>
            Progress <PaceLegend />
          </h3>
          <ProgressCell one={one} basis={basis} />
          <p className="small">
            {opened('all', `${format.number(work.done)} of ${format.size(work.total, basis.measure)} done`, work.total)}
            , {opened('doing', `${format.number(work.doing)} in progress`, work.doing)}
          </p>
        </div>
        <div>
          <h3 className={styles.label}>Health</h3>
          <HealthCell one={one} basis={basis} />
        </div>
        <div>
          <h3 className={styles.label}>Forecast</h3>
          <ForecastCell one={one} basis={basis} />
        </div>
        <div>
          <h3 className={styles.label}>Planned share</h3>
          <ShareCell one={one} basis={basis} />
        </div>
        {weakest && (
          <div>
            <h3 className={styles.label}>Weakest child</h3>
            <WeakestCell weakest={weakest} />
          </div>
        )}
      </div>
    </Card>
  );
}
