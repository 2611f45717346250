import type { ReactNode } from 'react';
import styles from './layout.module.css';
import { Sidebar } from './Sidebar';
import { TopBar } from './TopBar';

/** The layout of every page: the bar on top, the project's pages at the left. */
export function Layout({ projectKey, children }: { projectKey: string | null; children: ReactNode }) {
  return (
    <div className={styles.site}>
      <TopBar />
      <div className={styles.below}>
        <Sidebar projectKey={projectKey} />
        <main className={styles.main}>{children}</main>
      </div>
    </div>
  );
}
