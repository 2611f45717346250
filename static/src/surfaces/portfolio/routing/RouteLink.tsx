import { NavigationTarget, router } from '@forge/bridge';
import type { MouseEvent, ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { searchOf, useLook } from '../look';
import styles from './routing.module.css';

export const PORTFOLIO_MODULE = 'portfolio';

/** Opens an address of this page in a tab of its own: the frame's own address is not Jira's. */
async function openInNewTab(path: string): Promise<void> {
  const page = await router.getUrl({ target: NavigationTarget.Module, moduleKey: PORTFOLIO_MODULE });
  if (page) await router.open(page.href.replace(/\/$/, '') + path);
}

type Props = {
  /** a path of this page, as `/objectives` */
  to: string;
  /** what the address names beside the look */
  query?: Record<string, string>;
  className?: string;
  title?: string;
  children: ReactNode;
};

/** A link within the page. It keeps the window and the measure, and says when it leads to where one is. */
export function RouteLink({ to, query, className = styles.link, title, children }: Props) {
  const look = useLook();
  const search = searchOf(look, query);
  const inNewTab = (event: MouseEvent) => {
    if (!(event.metaKey || event.ctrlKey || event.button === 1)) return;
    event.preventDefault();
    void openInNewTab(to + search);
  };
  return (
    <NavLink
      to={{ pathname: to, search }}
      end={to === '/'}
      className={className}
      title={title}
      onClick={inNewTab}
      onAuxClick={inNewTab}
    >
      {children}
    </NavLink>
  );
}
