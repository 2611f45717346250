import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import type { Day } from '../../../../src/contract';
import { formatDay, parseDay } from '../../../../src/domain/time/day';
import { Switch } from '../Switch';
import { PAST_CHOICES, usePastDay } from './pastDay';
import styles from './past.module.css';

/** Chooses a past day, to be shown beside today. */
export function PastSwitch({ today }: { today: Day }) {
  const id = useId();
  const { choice, day, choose, chooseDay } = usePastDay(today);
  return (
    <div className={styles.choice}>
      <Switch label="As of" options={PAST_CHOICES} value={choice} onChange={choose} />
      {choice === 'day' && day !== null && (
        <div>
          <label className={styles.label} htmlFor={id}>
            Day
          </label>
          <Textfield
            id={id}
            type="date"
            isCompact
            max={formatDay(today - 1)}
            value={formatDay(day)}
            onChange={({ currentTarget }) => {
              const typed = parseDay(currentTarget.value);
              // While a date is typed, it is none yet.
              if (typed !== null) chooseDay(typed);
            }}
          />
        </div>
      )}
    </div>
  );
}
