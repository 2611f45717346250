import type { ReactNode } from 'react';
import styles from './table.module.css';

type Props = { label: string; isLow?: boolean; children: ReactNode };

/** Scrolls a table that does not fit, by keyboard too. */
export const TableScroll = ({ label, isLow = false, children }: Props) => (
  <div className={isLow ? styles.low : styles.scroll} tabIndex={0} role="region" aria-label={label}>
    {children}
  </div>
);
