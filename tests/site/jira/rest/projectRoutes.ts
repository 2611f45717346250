import { namedBean, projectBean, typeBean, versionBean } from '../beans';
import { JiraError, projectNotFound } from '../errors';
import type { JiraData } from '../jiraData';
import type { ProjectPermission, ProjectState } from '../model';
import { withObjects } from './objects';
import { pageOf } from './page';
import { json, type Routes } from './route';

const actions: Record<string, ProjectPermission> = {
  view: 'BROWSE_PROJECTS',
  browse: 'BROWSE_PROJECTS',
  edit: 'ADMINISTER_PROJECTS',
  create: 'CREATE_ISSUES',
};

/** The values of `status`, and the states of projects that they mean. */
const states: Record<string, ProjectState> = { live: 'live', archived: 'archived', deleted: 'trashed' };

export function projectRoutes(api: Routes, site: JiraData): void {
  api.get('/project/search', (c) => {
    const { caller } = c.env;
    const permission = actions[c.req.query('action') ?? 'view'] ?? 'BROWSE_PROJECTS';
    const text = c.req.query('query')?.toLowerCase();
    const [ids, keys] = [c.req.queries('id'), c.req.queries('keys')];
    const wanted = (c.req.queries('status') ?? ['live'])
      .flatMap((one) => one.split(','))
      .map((one) => {
        const state = states[one];
        if (!state) throw new JiraError(400, [`The project status '${one}' is not known.`]);
        return state;
      });
    if ((ids ?? keys ?? []).length > 50)
      throw new JiraError(400, ['At most 50 projects can be asked for by id or key.']);
    const found = site.life
      .projectsIn(...wanted)
      .filter((project) => site.access.may(caller, permission, project))
      .filter((project) => !ids || ids.includes(project.id))
      .filter((project) => !keys || keys.includes(project.key))
      .filter(({ key, name }) => !text || [key, name].some((one) => one.toLowerCase().includes(text)))
      .sort((one, other) => (one.key < other.key ? -1 : 1));
    const view = site.viewOf(caller);
    const beans = found.map((project) => projectBean(project, view));
    const page = pageOf(beans, c.req.url, (name) => c.req.query(name), 50);
    return withObjects(json(page), page.values.length);
  });

  api.get('/project/:idOrKey', (c) => {
    const { caller } = c.env;
    const project = site.project(c.req.param('idOrKey'));
    if (project.state === 'trashed' || !site.access.may(caller, 'BROWSE_PROJECTS', project))
      throw projectNotFound(c.req.param('idOrKey'));
    const view = site.viewOf(caller);
    return json({
      ...projectBean(project, view),
      issueTypes: site.catalogue.issueTypes().map((type) => typeBean(type, view)),
      components: project.components.map((one) => namedBean('component', one, view)),
      versions: project.versions.map((one) => versionBean(one, view)),
    });
  });
}
