import { router } from '@forge/bridge';
import { useQuery } from '@tanstack/react-query';
import type { MouseEvent, ReactNode } from 'react';
import { queryKeyOf } from '../queries';
import { whereTo } from '../whereTo';
import { pageAddress, type PagePlace } from './JiraRouter';
import styles from '../link.module.css';

/** `path`: within the page, with its query */
type Props = { place: PagePlace; path: string; children: ReactNode };

/** A link from elsewhere in Jira to a place in a page of the app. Nothing where Jira does not tell the page's address. */
export function PageLink({ place, path, children }: Props) {
  const { data: address } = useQuery({
    queryKey: queryKeyOf('pageAddress', place),
    queryFn: () => pageAddress(place),
    staleTime: Infinity,
  });
  if (!address) return null;
  const href = address + path;
  const open = (event: MouseEvent) => {
    const where = whereTo(event);
    if (where === null) return;
    event.preventDefault();
    void (where === 'newTab' ? router.open : router.navigate)(href);
  };
  return (
    <a className={styles.link} href={href} onClick={open} onAuxClick={open}>
      {children}
    </a>
  );
}
