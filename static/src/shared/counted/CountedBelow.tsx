import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { useId } from 'react';
import { CountedList } from './CountedList';
import type { Opened } from './opened';
import styles from './counted.module.css';

type Props = { opened: Opened; onClose: () => void };

/** The issues behind a number, in the flow. For narrow frames, which would cut off a dialog. */
export function CountedBelow({ opened, onClose }: Props) {
  const title = useId();
  return (
    <section className={styles.below} aria-labelledby={title}>
      <Stack space="space.100">
        <p id={title} className={styles.title}>
          {opened.title}: the issues
        </p>
        <CountedList key={opened.title} opened={opened}>
          {(list, actions) => (
            <>
              {list}
              <Inline space="space.100" rowSpace="space.100" shouldWrap>
                {actions}
                <Button onClick={onClose}>Close</Button>
              </Inline>
            </>
          )}
        </CountedList>
      </Stack>
    </section>
  );
}
