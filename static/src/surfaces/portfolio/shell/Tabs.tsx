import { AS_OF } from '../../../shared/past/pastDay';
import { useChoice } from '../../../shared/routing/address';
import { RouteLink } from '../routing/RouteLink';
import styles from './shell.module.css';

const TABS = [
  { to: '/', name: 'Overview' },
  { to: '/objectives', name: 'Objectives' },
  { to: '/effort', name: 'Where the effort goes' },
  { to: '/scorecard', name: 'Scorecard' },
  { to: '/review', name: 'Review' },
  { to: '/triage', name: 'Unlinked work' },
];

/** The tab where the strategy is edited. It has no look, and also shows before there is an objective. */
export const STRATEGY = '/strategy';

const FOR_EDITORS = { to: STRATEGY, name: 'Edit strategy' };

/** The tabs, as links, so that each has an address to share. They keep the past day that is shown beside today. */
export function Tabs({ mayEdit }: { mayEdit: boolean }) {
  const [asOf] = useChoice(AS_OF);
  return (
    <nav aria-label="Views of the strategy">
      <ul className={styles.tabs}>
        {(mayEdit ? [...TABS, FOR_EDITORS] : TABS).map(({ to, name }) => (
          <li key={to}>
            <RouteLink to={to} query={asOf === null ? undefined : { [AS_OF]: asOf }} className={styles.tab}>
              {name}
            </RouteLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
