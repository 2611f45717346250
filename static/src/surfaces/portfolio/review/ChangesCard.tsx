import type { HistoryEntry } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { useFormat } from '../../../shared/host';
import { changesInWords, VERB } from '../figures/changes';
import { CheckIns } from './CheckIns';
import { Event } from './Event';
import type { ReviewPack } from './pack';
import { notShown, sinceInWords } from './reviewWords';
import styles from './review.module.css';

function ChangeEvent({ entry, pack }: { entry: HistoryEntry; pack: ReviewPack }) {
  const format = useFormat();
  return (
    <Event
      day={format.date(entry.at)}
      dateTime={entry.at}
      author={entry.author}
      verb={VERB[entry.kind]}
      objective={entry.objective}
      lines={changesInWords(entry, pack.people, format)}
    />
  );
}

/** Changes of the strategy, and check-ins, newest first. */
export function ChangesCard({ pack, isLast }: { pack: ReviewPack; isLast: boolean }) {
  const format = useFormat();
  const { changes, changesLeft } = pack.review;
  return (
    <Card title="What changed" about={sinceInWords(pack.review, isLast, format)}>
      <h3 className={styles.subtitle}>The strategy</h3>
      {changes.length === 0 ? (
        <p className="subtle">Nothing of the strategy was changed.</p>
      ) : (
        <ol className={styles.events}>
          {changes.map((entry, at) => (
            <ChangeEvent key={`${entry.at} ${at}`} entry={entry} pack={pack} />
          ))}
        </ol>
      )}
      {changesLeft > 0 && <p className="subtle">{notShown(changesLeft, 'changes', format)}</p>}
      <h3 className={styles.subtitle}>Check-ins</h3>
      <CheckIns pack={pack} />
    </Card>
  );
}
