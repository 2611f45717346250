import { usePortfolio } from '../usePortfolio';
import { LaneCard } from './LaneCard';
import { lanesOf } from './lanes';
import styles from './scorecard.module.css';

/** The balanced scorecard: objectives and their key results, by perspective. */
export default function ScorecardPage() {
  const { objectives, basis } = usePortfolio();
  return (
    <div className={styles.lanes}>
      {lanesOf(objectives).map((lane) => (
        <LaneCard key={lane.name} lane={lane} basis={basis} />
      ))}
    </div>
  );
}
