import type { CheckIn, ObjectiveDetail } from '../../../../../src/contract';
import { Card } from '../../../shared/Card';
import { useFormat } from '../../../shared/host';
import { FORMER_USER, PersonName } from '../../../shared/people/PersonName';
import { checkInInWords } from '../figures/changes';
import { useOlderCheckIns } from '../usePortfolio';
import { ShowOlder } from './ShowOlder';
import styles from './objective.module.css';

/** The newest check-ins, and older ones on demand. */
export function CheckIns({ detail }: { detail: ObjectiveDetail }) {
  const older = useOlderCheckIns(detail);
  const pages = older.data?.pages ?? [];
  const shown = [detail, ...pages].flatMap(({ checkIns }) => checkIns);
  const left = (pages.at(-1) ?? detail).checkInsLeft;
  return (
    <Card title="Check-ins">
      {shown.length === 0 ? (
        <p className="subtle">Nobody has checked in yet.</p>
      ) : (
        <ol className={styles.entries}>
          {shown.map((checkIn) => (
            <Entry key={checkIn.id} checkIn={checkIn} detail={detail} />
          ))}
        </ol>
      )}
      <ShowOlder left={left} what="check-ins" isBusy={older.isFetching} error={older.error} onShow={older.more} />
    </Card>
  );
}

function Entry({ checkIn, detail }: { checkIn: CheckIn; detail: ObjectiveDetail }) {
  const format = useFormat();
  return (
    <li>
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
  );
}
