import { router } from '@forge/bridge';
import type { MouseEvent, ReactNode } from 'react';
import { NavLink, useHref } from 'react-router-dom';
import { whereTo } from '../../../shared/whereTo';
import { searchOf, useLook } from '../../../shared/routing/look';
import styles from './routing.module.css';

type Props = {
  /** a path of this page, such as `/objectives` */
  to: string;
  /** parameters beside those of the look */
  query?: Record<string, string>;
  className?: string;
  title?: string;
  children: ReactNode;
};

/** A link within the page that keeps the look. `aria-current` marks it if it leads to the current page. */
export function RouteLink({ to, query, className = styles.link, title, children }: Props) {
  const look = useLook();
  const place = { pathname: to, search: searchOf(look, query) };
  const address = useHref(place);
  const inNewTab = (event: MouseEvent) => {
    if (whereTo(event) !== 'newTab') return;
    event.preventDefault();
    void router.open(address);
  };
  return (
    <NavLink to={place} end={to === '/'} className={className} title={title} onClick={inNewTab} onAuxClick={inNewTab}>
      {children}
    </NavLink>
  );
}
