import { Inline, Stack } from '@atlaskit/primitives/compiled';
import type { ObjectiveRef } from '../../../../../src/contract';
import { FORMER_USER, PersonName } from '../../../shared/people/PersonName';
import { ObjectiveLink } from '../ObjectiveLink';
import styles from './review.module.css';

type Props = {
  day: string;
  dateTime: string;
  author: string | null;
  verb: string;
  objective: ObjectiveRef;
  lines: string[];
};

/** What somebody did to an objective on a day. */
export function Event({ day, dateTime, author, verb, objective, lines }: Props) {
  return (
    <li className={styles.event}>
      <time className={styles.when} dateTime={dateTime}>
        {day}
      </time>
      <Stack space="space.025">
        <Inline space="space.075" rowSpace="space.0" alignBlock="center" shouldWrap>
          <PersonName accountId={author} none={FORMER_USER} /> <span>{verb}</span>{' '}
          <ObjectiveLink objective={objective} />
        </Inline>
        {lines.length > 0 && (
          <ul className={styles.lines}>
            {lines.map((line, at) => (
              <li key={at} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </li>
  );
}
