import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Says why a list is empty, and what that means. */
export function EmptyList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}
