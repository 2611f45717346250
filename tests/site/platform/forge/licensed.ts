import type { JiraSite } from '../../jira/jiraSite';

/**
 * Refuses an account without a Jira licence. Forge lets it, and anonymous visitors, run an app only where a module's `unlicensedAccess`
 * does, which no module of this app has (developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-jsm-users).
 * Accounts that the site does not know are taken for licensed ones.
 * @throws Error that the page's `invoke` rejects with
 */
export const refuseUnlicensed = (jira: JiraSite, accountId: string): void => {
  if (jira.user(accountId)?.isLicensed === false) throw new Error('You need a Jira licence to use this app.');
};
