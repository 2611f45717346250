import { SaveCsv } from '../../../shared/csv/SaveCsv';
import { usePortfolio } from '../usePortfolio';
import { KEY_RESULTS_CSV, keyResultRows } from './keyResultsCsv';
import { LaneCard } from './LaneCard';
import { lanesOf } from './lanes';
import styles from './scorecard.module.css';

/** The balanced scorecard: objectives and their key results, by perspective. */
export default function ScorecardPage() {
  const { objectives, basis } = usePortfolio();
  const lanes = lanesOf(objectives);
  return (
    <>
      <div className={styles.lanes}>
        {lanes.map((lane) => (
          <LaneCard key={lane.name} lane={lane} basis={basis} />
        ))}
      </div>
      <div>
        <SaveCsv name="key-results" columns={KEY_RESULTS_CSV} rows={keyResultRows(lanes)} />
      </div>
    </>
  );
}
