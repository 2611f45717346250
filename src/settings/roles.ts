import type { Settings } from '../domain/settings';

/** A person's roles, beyond single issues and projects. */
export type Roles = { administer: boolean; editStrategy: boolean; seePortfolio: boolean };

type Chosen = Pick<Settings, 'editorGroups' | 'viewerGroups'>;

/** What Jira says of a person. `groups`: ids of their groups */
type Person = { administer: boolean; groups: ReadonlySet<string> };

/** Whether a person's roles depend on their groups. They do not for Jira admins, nor if no group was chosen. */
export const rolesNeedGroups = ({ editorGroups, viewerGroups }: Chosen, administer: boolean): boolean =>
  !administer && editorGroups.length + viewerGroups.length > 0;

/** A person's roles. Jira admins have all of them; strategy editors see the portfolio. */
export const rolesOf = ({ editorGroups, viewerGroups }: Chosen, { administer, groups }: Person): Roles => {
  const isOpen = viewerGroups.length === 0;
  if (administer) return { administer, editStrategy: true, seePortfolio: true };
  const isAmong = (chosen: Settings['editorGroups']): boolean => chosen.some(({ id }) => groups.has(id));
  const editStrategy = isAmong(editorGroups);
  return { administer, editStrategy, seePortfolio: isOpen || editStrategy || isAmong(viewerGroups) };
};
