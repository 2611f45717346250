import { ModalTransition } from '@atlaskit/modal-dialog';
import { useState } from 'react';
import { CountedDialog } from './CountedDialog';
import type { Opened } from './opened';
import styles from '../number.module.css';

type Props = { opened: Opened; text: string };

/** A number that opens the list of the issues behind it. */
export function Counted({ opened, text }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.number}
        aria-haspopup="dialog"
        aria-label={`${text}, ${opened.title}: show the issues`}
        onClick={() => setOpen(true)}
      >
        {text}
      </button>
      <ModalTransition>{isOpen && <CountedDialog opened={opened} onClose={() => setOpen(false)} />}</ModalTransition>
    </>
  );
}
