import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { CheckIn } from '../../../../../src/contract';
import { formatDay } from '../../../../../src/domain/time/day';
import { useFormat } from '../../../shared/host';
import { refOf } from '../explain/names';
import { checkInInWords, essentialCheckIns } from '../figures/changes';
import { Event } from './Event';
import type { ReviewPack } from './pack';
import { earlierInWords, notShown } from './reviewWords';
import styles from './review.module.css';

function CheckInEvent({ checkIn, pack }: { checkIn: CheckIn; pack: ReviewPack }) {
  const format = useFormat();
  const { objective: key, day, author } = checkIn;
  return (
    <Event
      day={format.day(day)}
      dateTime={formatDay(day)}
      author={author}
      verb="checked in on"
      objective={refOf(pack.portfolio, key)}
      lines={checkInInWords(checkIn, pack.portfolio, format)}
    />
  );
}

/** Each objective's newest check-in, and all with a decision; the others on demand. */
export function CheckIns({ pack }: { pack: ReviewPack }) {
  const format = useFormat();
  const [isAll, setAll] = useState(false);
  const { checkIns, checkInsLeft } = pack.review;
  const essential = essentialCheckIns(checkIns);
  const left = checkIns.length - essential.length;
  if (checkIns.length === 0) return <p className="subtle">Nobody checked in on an objective.</p>;
  return (
    <>
      <ol className={styles.events}>
        {(isAll ? checkIns : essential).map((checkIn) => (
          <CheckInEvent key={checkIn.id} checkIn={checkIn} pack={pack} />
        ))}
      </ol>
      {left > 0 && (
        <div className={styles.more}>
          <Button appearance="subtle" spacing="compact" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? 'Hide' : 'Show'} {earlierInWords(left, format)}
          </Button>
        </div>
      )}
      {checkInsLeft > 0 && <p className="subtle">{notShown(checkInsLeft, 'check-ins', format)}</p>}
    </>
  );
}
