import type { SiteSettings } from './siteSettings';

/** What a person may do beyond single issues and projects. */
export type Roles = { administer: boolean; editStrategy: boolean; seePortfolio: boolean };

type Chosen = Pick<SiteSettings, 'editorGroups' | 'viewerGroups'>;

/** What Jira says of a person. `groups`: the ids of those that they are in. */
type Person = { administer: boolean; groups: ReadonlySet<string> };

/** Whether a person's roles hang on their groups: not for Jira admins, nor where no group was chosen. */
export const rolesNeedGroups = ({ editorGroups, viewerGroups }: Chosen, administer: boolean): boolean =>
  !administer && editorGroups.length + viewerGroups.length > 0;

/** A person's roles under the site's settings: Jira admins have all of them, strategy editors see what they edit. */
export const rolesOf = ({ editorGroups, viewerGroups }: Chosen, { administer, groups }: Person): Roles => {
  const isOpen = viewerGroups.length === 0;
  if (administer) return { administer, editStrategy: true, seePortfolio: true };
  const isAmong = (chosen: SiteSettings['editorGroups']): boolean => chosen.some(({ id }) => groups.has(id));
  const editStrategy = isAmong(editorGroups);
  return { administer, editStrategy, seePortfolio: isOpen || editStrategy || isAmong(viewerGroups) };
};
