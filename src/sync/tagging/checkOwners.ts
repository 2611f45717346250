import { groupsOf } from '../../jira/groups';
import { JiraError } from '../../jira/jiraError';
import { administeredBy } from '../../jira/permissions';
import { rolesNeedGroups, rolesOf } from '../../settings/roles';
import { siteSettings } from '../../settings/siteSettings';
import { asApp } from '../../site/rateBudget';
import { allRules, refuseRule, runRule } from '../../store/tagging/rules';
import { OneByOne } from '../jobs/oneByOne';
import { requestTagging } from './requestTagging';

/** What a person may state: rules everywhere, or those of some projects. */
type May = { everywhere: boolean; projects: ReadonlySet<number> };

/** Jira checks so many projects in a call. */
const PROJECTS_A_CALL = 1000;

/**
 * Lets rules pause whose owner may no longer state them, and go on once the owner may again. Asks Jira as the app: one
 * call for each owner, and one for their groups. An owner over whom Jira fails holds up no other.
 */
export const checkOwners = async (): Promise<void> => {
  const rules = (await allRules()).filter(({ isOn, refused }) => isOn && refused !== 'jql');
  const each = new OneByOne();
  for (const owner of new Set(rules.map((rule) => rule.owner))) {
    const theirs = rules.filter((rule) => rule.owner === owner);
    const projects = [...new Set(theirs.flatMap(({ project }) => project ?? []))];
    const asked = await each.attempt(async () => (owner === null ? NOTHING : mayState(owner, projects)));
    if (asked === null) continue;
    const may = asked.done;
    for (const { id, project, refused } of theirs) {
      const isAllowed = may.everywhere || (project !== null && may.projects.has(project));
      if (isAllowed === (refused === null)) continue;
      await refuseRule(id, isAllowed ? null : 'owner');
      if (isAllowed) await runRule(id);
    }
  }
  if (rules.length > 0) await requestTagging();
  each.end();
};

const NOTHING: May = { everywhere: false, projects: new Set() };

const mayState = async (owner: string, projects: readonly number[]): Promise<May> => {
  const app = asApp('upkeep');
  try {
    const { jira: administer, projects: theirs } = await administeredBy(app, projects.slice(0, PROJECTS_A_CALL), owner);
    const settings = await siteSettings();
    const groups = rolesNeedGroups(settings, administer) ? await groupsOf(app, owner) : new Set<string>();
    return { everywhere: rolesOf(settings, { administer, groups }).editStrategy, projects: theirs };
  } catch (error) {
    // Jira does not know them any more, or does not tell the app.
    if (error instanceof JiraError && error.failure !== 'busy' && error.failure !== 'malformed') return NOTHING;
    throw error;
  }
};
