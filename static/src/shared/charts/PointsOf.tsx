import Button from '@atlaskit/button/new';
import type { Day } from '../../../../src/contract';
import { Explained } from '../explain/Explained';
import type { Explanation } from '../explain/explanation';
import type { Series } from './series';
import styles from './charts.module.css';

/** What the values on a day open to. Two lines may share a value where one goes on from the other. */
export const explanationsOn = (series: readonly Series[], day: Day): Explanation[] => {
  const found = new Map<string, Explanation>();
  for (const { points } of series) {
    const { value = null, explanation } = points.find((point) => point.day === day) ?? {};
    if (value !== null && explanation) found.set(explanation.title, explanation);
  }
  return [...found.values()];
};

/** The explained values of one day of a chart, below it. */
export function PointsOf({ explanations, onClose }: { explanations: readonly Explanation[]; onClose: () => void }) {
  return (
    <div className={styles.points}>
      {explanations.map((explanation) => (
        <Explained key={explanation.title} explanation={explanation} />
      ))}
      <div>
        <Button appearance="subtle" spacing="compact" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}
