import { RouteLink } from '../routing/RouteLink';
import styles from './shell.module.css';

const TABS = [
  { to: '/', name: 'Overview' },
  { to: '/objectives', name: 'Objectives' },
  { to: '/effort', name: 'Where the effort goes' },
  { to: '/scorecard', name: 'Scorecard' },
  { to: '/review', name: 'Review' },
];

/** The tab where the strategy is edited. It has no look, and also shows before there is an objective. */
export const STRATEGY = '/strategy';

const FOR_EDITORS = { to: STRATEGY, name: 'Edit strategy' };

/** The tabs, as links, so that each has an address to share. */
export const Tabs = ({ mayEdit }: { mayEdit: boolean }) => (
  <nav aria-label="Views of the strategy">
    <ul className={styles.tabs}>
      {(mayEdit ? [...TABS, FOR_EDITORS] : TABS).map(({ to, name }) => (
        <li key={to}>
          <RouteLink to={to} className={styles.tab}>
            {name}
          </RouteLink>
        </li>
      ))}
    </ul>
  </nav>
);
