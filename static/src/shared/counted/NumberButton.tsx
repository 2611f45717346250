import type { Opened } from './opened';
import styles from '../number.module.css';

/** `isInFlow`: the list opens in the flow of the page, not in a dialog */
type Props = { opened: Opened; text: string; onShow: (opened: Opened) => void; isInFlow?: boolean };

/** A number that asks for the list of the issues behind it. */
export const NumberButton = ({ opened, text, onShow, isInFlow = false }: Props) => (
  <button
    type="button"
    className={styles.number}
    aria-haspopup={isInFlow ? undefined : 'dialog'}
    aria-label={`${text}, ${opened.title}: show the issues`}
    onClick={() => onShow(opened)}
  >
    {text}
  </button>
);
