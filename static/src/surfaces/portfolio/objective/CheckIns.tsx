import type { ObjectiveDetail } from '../../../../../src/contract';
import { ownersIn } from '../../../../../src/domain/strategy/history';
import { Card } from '../../../shared/Card';
import { useFormat } from '../../../shared/host';
import { FORMER_USER, PersonName } from '../../../shared/people/PersonName';
import { usePeople } from '../../../shared/people/usePeople';
import { changesInWords, checkInInWords, VERB } from '../figures/changes';
import styles from './objective.module.css';

export function CheckIns({ detail }: { detail: ObjectiveDetail }) {
  const format = useFormat();
  return (
    <Card title="Check-ins">
      {detail.checkIns.length === 0 ? (
        <p className="subtle">Nobody has checked in yet.</p>
      ) : (
        <ol className={styles.entries}>
          {detail.checkIns.map((checkIn) => (
            <li key={checkIn.id}>
              <p className={styles.entryHead}>
                <strong>{format.day(checkIn.day)}</strong>
                <PersonName accountId={checkIn.author} none={FORMER_USER} />
              </p>
              {checkInInWords(checkIn, { objectives: [detail.objective] }, format).map((line) => (
                <p key={line} className={styles.entryLine} dir="auto">
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

export function History({ detail }: { detail: ObjectiveDetail }) {
  const format = useFormat();
  const people = usePeople(detail.history.flatMap(({ changes }) => ownersIn(changes)));
  return (
    <Card title="History">
      {detail.history.length === 0 ? (
        <p className="subtle">No change has been kept yet.</p>
      ) : (
        <ol className={styles.entries}>
          {detail.history.map((entry, index) => (
            <li key={index}>
              <p className={styles.entryHead}>
                <strong>{format.time(entry.at)}</strong>
                <PersonName accountId={entry.author} none={FORMER_USER} />
                <span className="subtle">{VERB[entry.kind]}</span>
              </p>
              {changesInWords(entry, people, format).map((line) => (
                <p key={line} className={styles.entryLine} dir="auto">
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
