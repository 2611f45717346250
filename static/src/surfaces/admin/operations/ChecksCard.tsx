import type { DriftCheck, Operations } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import type { Format } from '../../../shared/format';
import { useFormat } from '../../../shared/host';
import styles from './operations.module.css';

/** How many issues differed from Jira at the last checks, and whether they are repaired. */
export function ChecksCard({ operations: { checks } }: { operations: Operations }) {
  const format = useFormat();
  return (
    <Card title="Checks against Jira" about="Whatever Jira did not tell of is found by looking">
      <ul className={styles.checks}>
        <li>
          <h3 className={styles.name}>Every hour: what changed lately</h3>
          <p>{checks.hourly ? sentences(checks.hourly, told, format) : notYet('hour')}</p>
        </li>
        <li>
          <h3 className={styles.name}>Every day: what came or went unseen</h3>
          <p>{checks.daily ? sentences(checks.daily, differed, format) : notYet('day')}</p>
        </li>
      </ul>
    </Card>
  );
}

const notYet = (time: string) => `Not yet. It comes by itself within the next ${time}, once the site has been read.`;
const told = (issues: string) => `Jira told us late, or not at all, about ${issues}`;
const differed = (issues: string) => `The app’s copy and Jira differed by ${issues}`;

function sentences({ at, found, drift }: DriftCheck, inWords: (issues: string) => string, format: Format): string {
  const clean = found > 0 ? [] : [`No difference at ${format.time(at)}.`];
  if (drift === null) return [...clean, 'There never was one.'].join(' ');
  const issues = format.count(drift.found, 'issue');
  const them = drift.found === 1 ? 'it' : 'them';
  const repair = drift.repaired
    ? `we found and repaired ${them} at ${format.time(drift.at)}.`
    : `we found ${them} at ${format.time(drift.at)}, and are reading ${them} again.`;
  return [...clean, `${found > 0 ? '' : 'Before that: '}${inWords(issues)}; ${repair}`].join(' ');
}
