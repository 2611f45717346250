import { NavigationTarget, router } from '@forge/bridge';
import type { MouseEvent, ReactNode } from 'react';
import { useHost } from './host';
import styles from './link.module.css';
import { whereTo } from './whereTo';

/** A link to an issue in Jira. A plain link would open it inside the app's frame. */
export function IssueLink({ issueKey, children }: { issueKey: string; children?: ReactNode }) {
  const { context } = useHost();
  const open = (event: MouseEvent) => {
    const where = whereTo(event);
    if (where === null) return;
    event.preventDefault();
    void (where === 'newTab' ? router.open : router.navigate)({ target: NavigationTarget.Issue, issueKey });
  };
  return (
    <a className={styles.link} href={`${context.siteUrl}/browse/${issueKey}`} onClick={open} onAuxClick={open}>
      {children ?? issueKey}
    </a>
  );
}
