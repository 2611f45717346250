import Avatar from '@atlaskit/avatar';
import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, {
  DropdownItem,
  DropdownItemGroup,
  DropdownItemRadio,
  DropdownItemRadioGroup,
} from '@atlaskit/dropdown-menu';
import ClockIcon from '@atlaskit/icon/core/clock';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { avatarUrl } from '../jira/avatar';
import { moveClock } from '../jira/rest';
import { useSiteState, useViewer } from '../jira/siteState';
import styles from './layout.module.css';

const HOUR = 3600_000;
const STEPS = [
  { name: '3 minutes', ms: 180_000 },
  { name: '1 hour', ms: HOUR },
  { name: '1 day', ms: 24 * HOUR },
  { name: '7 days', ms: 7 * 24 * HOUR },
];

/** Reloads the page as someone else, or in another theme. */
function reloadWith(name: string, value: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set(name, value);
  window.location.assign(url);
}

const advance = async (ms: number): Promise<void> => {
  await moveClock(ms);
  window.location.reload();
};

export function TopBar() {
  const { theme, now, timeZone } = useSiteState();
  const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(now);
  return (
    <header className={styles.bar}>
      <a className={styles.brand} href="/projects">
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <rect width="20" height="20" rx="5" fill="var(--ds-background-brand-bold)" />
          <path d="M5 13.5 9 9.5l2.5 2.5L15.5 6" fill="none" stroke="var(--ds-icon-inverse)" strokeWidth="2" />
        </svg>
        <span className={styles.brandName}>Local Jira</span>
      </a>
      <div className={styles.tools}>
        <DropdownMenu<HTMLButtonElement>
          trigger={({ triggerRef, ...props }) => (
            <Button {...props} ref={triggerRef} appearance="subtle" iconBefore={ClockIcon}>
              {time}
            </Button>
          )}
        >
          <DropdownItemGroup title="Move the site's clock on by">
            {STEPS.map(({ name, ms }) => (
              <DropdownItem key={name} onClick={() => void advance(ms)}>
                {name}
              </DropdownItem>
            ))}
          </DropdownItemGroup>
        </DropdownMenu>
        <IconButton
          icon={ThemeIcon}
          label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
          appearance="subtle"
          onClick={() => reloadWith('theme', theme === 'dark' ? 'light' : 'dark')}
        />
        <UserMenu />
      </div>
    </header>
  );
}

function UserMenu() {
  const { users, accountId } = useSiteState();
  const current = useViewer();
  return (
    <DropdownMenu<HTMLButtonElement>
      trigger={({ triggerRef, ...props }) => (
        <Button
          {...props}
          ref={triggerRef}
          appearance="subtle"
          iconBefore={() => <Avatar size="xsmall" src={avatarUrl(accountId)} />}
        >
          {current?.displayName ?? 'Nobody'}
        </Button>
      )}
    >
      <DropdownItemRadioGroup id="user" title="Use the site as">
        {users.slice(0, 30).map((user) => (
          <DropdownItemRadio
            key={user.accountId}
            id={user.accountId}
            isSelected={user.accountId === accountId}
            onClick={() => reloadWith('user', user.accountId)}
            description={user.jiraAdmin ? 'Jira administrator' : undefined}
          >
            {user.displayName}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
