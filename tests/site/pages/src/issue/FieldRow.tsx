import type { ReactNode } from 'react';
import styles from './issue.module.css';

/** One line of an issue's details. */
export function FieldRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
