import { useFormat } from '../host';
import { IssueLink } from '../IssueLink';
import type { Group } from './groups';
import styles from './triage.module.css';

/** Issues of a group that are shown when it is opened. */
const SHOWN = 8;

/** How much work is in a group, and some of it to look at. */
export function GroupUnits({ group: { units, count }, name }: { group: Group; name: string }) {
  const format = useFormat();
  const stale = units.filter(({ standing }) => standing === 'stale').length;
  const text = `${format.units(count)}${stale > 0 ? `, ${format.number(stale)} stale` : ''}`;
  if (units.length === 0) return text;
  return (
    <details className={styles.units}>
      <summary aria-label={`${text} of ${name}`}>{text}</summary>
      <ul>
        {units.slice(0, SHOWN).map(({ id, facts }) => (
          <li key={id}>
            <IssueLink issueKey={facts.key} /> <bdi dir="auto">{facts.summary}</bdi>
          </li>
        ))}
        {count > SHOWN && <li className="subtle">and {format.number(count - SHOWN)} more</li>}
      </ul>
    </details>
  );
}
