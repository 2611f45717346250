import type { ReactNode } from 'react';
import styles from './issue.module.css';

/** One line of an issue's details; "None" where it has no value. */
export function FieldRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children ?? <span className={styles.none}>None</span>}</dd>
    </div>
  );
}
