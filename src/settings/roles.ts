import { myGroups } from '../jira/groups';
import type { SiteSettings } from './siteSettings';

/** What a person may do beyond single issues and projects. */
export type Roles = { administer: boolean; editStrategy: boolean; seePortfolio: boolean };

type Chosen = Pick<SiteSettings, 'editorGroups' | 'viewerGroups'>;

/**
 * The visitor's roles under the site's settings: Jira admins have all of them, strategy editors see what they edit. Asks Jira for
 * the visitor's groups, but only where an admin chose some: one call or none.
 */
export const rolesOf = async ({ editorGroups, viewerGroups }: Chosen, administer: boolean): Promise<Roles> => {
  const isOpen = viewerGroups.length === 0;
  if (administer || (isOpen && editorGroups.length === 0)) {
    return { administer, editStrategy: administer, seePortfolio: true };
  }
  const groups = await myGroups();
  const isAmong = (chosen: SiteSettings['editorGroups']): boolean => chosen.some(({ id }) => groups.has(id));
  const editStrategy = isAmong(editorGroups);
  return { administer, editStrategy, seePortfolio: isOpen || editStrategy || isAmong(viewerGroups) };
};

/** Whether totals over projects are for the visitor. Asks Jira for their groups only where the portfolio is for chosen ones. */
export const maySeeTotals = async (settings: Chosen, administer: boolean): Promise<boolean> =>
  settings.viewerGroups.length === 0 || (await rolesOf(settings, administer)).seePortfolio;
