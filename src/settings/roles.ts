import type { Settings } from '../domain/settings';

/** A person's roles, beyond single issues and projects. */
export type Roles = {
  administer: boolean;
  editStrategy: boolean;
  seePortfolio: boolean;
  /** their numbers cover every project, not only those they may browse */
  seeAllTotals: boolean;
};

type Chosen = Pick<Settings, 'editorGroups' | 'viewerGroups' | 'totalsGroups'>;

/** What Jira says of a person. `groups`: ids of their groups */
type Person = { administer: boolean; groups: ReadonlySet<string> };

/** Whether a person's roles depend on their groups. They do not for Jira admins, nor if no group was chosen. */
export const rolesNeedGroups = ({ editorGroups, viewerGroups, totalsGroups }: Chosen, administer: boolean): boolean =>
  !administer && editorGroups.length + viewerGroups.length + totalsGroups.length > 0;

/**
 * A person's roles. Jira admins have all of them. Strategy editors see the portfolio, and all totals unless an admin chose groups for
 * these.
 */
export const rolesOf = (
  { editorGroups, viewerGroups, totalsGroups }: Chosen,
  { administer, groups }: Person,
): Roles => {
  const isOpen = viewerGroups.length === 0;
  if (administer) return { administer, editStrategy: true, seePortfolio: true, seeAllTotals: true };
  const isAmong = (chosen: Settings['editorGroups']): boolean => chosen.some(({ id }) => groups.has(id));
  const editStrategy = isAmong(editorGroups);
  const seePortfolio = isOpen || editStrategy || isAmong(viewerGroups);
  const seeAllTotals = seePortfolio && (totalsGroups.length === 0 ? editStrategy : isAmong(totalsGroups));
  return { administer, editStrategy, seePortfolio, seeAllTotals };
};
