import type { Opened } from './opened';
import styles from '../number.module.css';

type Props = { opened: Opened; text: string; onShow: (opened: Opened) => void };

/** A number that asks for the list of the issues behind it. */
export const NumberButton = ({ opened, text, onShow }: Props) => (
  <button
    type="button"
    className={styles.number}
    aria-haspopup="dialog"
    aria-label={`${text}, ${opened.title}: show the issues`}
    onClick={() => onShow(opened)}
  >
    {text}
  </button>
);
