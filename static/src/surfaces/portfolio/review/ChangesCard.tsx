import type { CheckIn, HistoryEntry, ObjectiveRef } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { useFormat } from '../../../shared/host';
import { PersonName } from '../../../shared/people/PersonName';
import { figuresOf } from '../findings/describe';
import { ObjectiveLink } from '../ObjectiveLink';
import { changesInWords, checkInInWords, VERB } from './changes';
import { ERASED_PERSON, type ReviewPack } from './pack';
import { sinceInWords } from './state';
import styles from './review.module.css';

type EventProps = {
  day: string;
  dateTime: string;
  author: string | null;
  verb: string;
  objective: ObjectiveRef;
  lines: string[];
};

function Event({ day, dateTime, author, verb, objective, lines }: EventProps) {
  return (
    <li className={styles.event}>
      <time className={styles.when} dateTime={dateTime}>
        {day}
      </time>
      <div className={styles.what}>
        <p className={styles.who}>
          <PersonName accountId={author} none={ERASED_PERSON} /> <span>{verb}</span>{' '}
          <ObjectiveLink objective={objective} />
        </p>
        {lines.length > 0 && (
          <ul className={styles.lines}>
            {lines.map((line, at) => (
              <li key={at} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

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

function CheckInEvent({ checkIn, pack }: { checkIn: CheckIn; pack: ReviewPack }) {
  const format = useFormat();
  const { objective: key, day, author } = checkIn;
  return (
    <Event
      day={format.day(day)}
      dateTime={day}
      author={author}
      verb="checked in on"
      objective={figuresOf(pack.portfolio, key)?.objective ?? { key, title: '', status: 'unknown' }}
      lines={checkInInWords(checkIn, pack.portfolio, format)}
    />
  );
}

/** What changed in the strategy, and what was told about it, newest first. */
export function ChangesCard({ pack, isLast }: { pack: ReviewPack; isLast: boolean }) {
  const format = useFormat();
  const { changes, checkIns } = pack.review;
  return (
    <Card title="What changed" about={sinceInWords(pack.review, isLast, format)}>
      <h3 className={styles.subtitle}>The strategy</h3>
      {changes.length === 0 ? (
        <p className={styles.none}>Nothing of the strategy was changed.</p>
      ) : (
        <ol className={styles.events}>
          {changes.map((entry, at) => (
            <ChangeEvent key={`${entry.at} ${at}`} entry={entry} pack={pack} />
          ))}
        </ol>
      )}
      <h3 className={styles.subtitle}>Check-ins</h3>
      {checkIns.length === 0 ? (
        <p className={styles.none}>Nobody checked in on an objective.</p>
      ) : (
        <ol className={styles.events}>
          {checkIns.map((checkIn) => (
            <CheckInEvent key={checkIn.id} checkIn={checkIn} pack={pack} />
          ))}
        </ol>
      )}
    </Card>
  );
}
