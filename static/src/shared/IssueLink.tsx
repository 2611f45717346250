import { NavigationTarget, router } from '@forge/bridge';
import type { MouseEvent, ReactNode } from 'react';
import { useHost } from './host';
import styles from './link.module.css';

/** Opens an issue in Jira itself: a plain link would open it inside the app's frame. */
export function IssueLink({ issueKey, children }: { issueKey: string; children?: ReactNode }) {
  const { context } = useHost();
  const open = (event: MouseEvent) => {
    event.preventDefault();
    const inNewTab = event.metaKey || event.ctrlKey || event.button === 1;
    void (inNewTab ? router.open : router.navigate)({ target: NavigationTarget.Issue, issueKey });
  };
  return (
    <a className={styles.link} href={`${context.siteUrl}/browse/${issueKey}`} onClick={open} onAuxClick={open}>
      {children ?? issueKey}
    </a>
  );
}
