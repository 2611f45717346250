import type { SettingChoices } from '../../contract';
import { numberFields } from '../../jira/fields';
import { asApp } from '../../site/rateBudget';
import { allProjects } from '../../store/work/projects';

/**
 * What an admin can choose from: the site's number fields, and the projects that the app knows. One call to Jira, one
 * statement.
 */
export const settingChoices = async (): Promise<SettingChoices> => {
  const [fields, projects] = await Promise.all([numberFields(asApp('page')), allProjects()]);
  return {
    numberFields: fields,
    projects: projects
      .map(({ id, key, name }) => ({ id: String(id), key, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
};
