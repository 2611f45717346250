import { useFormat } from '../host';
import { IssueLink } from '../IssueLink';
import { VirtualList } from '../VirtualList';
import type { Group } from './groups';
import styles from './triage.module.css';

/** How much work is in a group, which opens to its issues. */
export function GroupUnits({ group: { units, count }, name }: { group: Group; name: string }) {
  const format = useFormat();
  const stale = units.filter(({ standing }) => standing === 'stale').length;
  const text = `${format.units(count)}${stale > 0 ? `, ${format.number(stale)} stale` : ''}`;
  if (units.length === 0) return text;
  return (
    <details className={styles.units}>
      <summary aria-label={`${text} of ${name}`}>{text}</summary>
      <div className={styles.issues}>
        <VirtualList label={`Work of ${name}`} items={units} itemKey={({ id }) => id}>
          {({ facts }) => (
            <>
              <IssueLink issueKey={facts.key} /> <bdi dir="auto">{facts.summary}</bdi>
            </>
          )}
        </VirtualList>
        {count > units.length && <p className="subtle">and {format.number(count - units.length)} more</p>}
      </div>
    </details>
  );
}
