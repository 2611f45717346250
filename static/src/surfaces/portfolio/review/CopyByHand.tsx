import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef } from 'react';
import styles from './review.module.css';

/** Shows the text, selected, to copy it by hand. */
export function CopyByHand({ text, onClose }: { text: string; onClose: () => void }) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, [text]);
  return (
    <section className={styles.byHand} aria-label="Copy by hand">
      <label htmlFor={id}>
        The browser does not let this page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.
      </label>
      <textarea ref={area} id={id} className={styles.text} readOnly rows={12} value={text} />
      <div>
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
    </section>
  );
}
