import type { SettingChoices } from '../../contract';
import { numberFields } from '../../jira/fields';
import { linkTypes, typesForObjectives } from '../../jira/strategyTypes';
import { asApp } from '../../site/rateBudget';
import { allProjects } from '../../store/work/projects';

/**
 * What an admin can choose from: the site's number fields, types of issues and links, and the projects that the app knows.
 * Three calls to Jira, one statement.
 */
export const settingChoices = async (): Promise<SettingChoices> => {
  const app = asApp('page');
  const [fields, projects, issueTypes, links] = await Promise.all([
    numberFields(app),
    allProjects(),
    typesForObjectives(app),
    linkTypes(app),
  ]);
  return {
    numberFields: fields,
    issueTypes,
    linkTypes: links,
    projects: projects
      .map(({ id, key, name }) => ({ id: String(id), key, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
};
