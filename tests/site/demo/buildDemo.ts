import type { JiraSite } from '../jira/jiraSite';
import { buildProject, tagOf } from './buildProject';
import { addPeople, demoPeople, grantPeople, HIDDEN_PROJECT } from './people';
import { headOffice } from './projects/headOffice';
import { marketing } from './projects/marketing';
import { pointOfSale } from './projects/pointOfSale';
import { stores } from './projects/stores';
import { web } from './projects/web';
import { Random } from './random';

const SEED = 42;

/** The projects whose issues are made first, because tests know those by key. */
const firstProjects = [marketing, web, pointOfSale, stores];

/** The Jira side of the demo, always the same for a clock's time. */
export function buildDemo(jira: JiraSite): void {
  const random = new Random(SEED);
  addPeople(jira);
  for (const project of firstProjects) jira.addProject(project);
  jira.addProject({ key: HIDDEN_PROJECT, name: 'Acquisitions', everyone: 'none', category: 'Head office' });
  jira.addProject(headOffice);
  grantPeople(jira);
  const first = firstProjects.map((project, index) => buildProject(jira, project, index + 1, random));
  addConfidential(jira);
  const built = [...first, buildProject(jira, headOffice, firstProjects.length + 1, random)];
  for (const project of built) project.addLater();
}

/** What most people cannot see: a project, and an issue hidden by issue security. */
function addConfidential(jira: JiraSite): void {
  const { admin, productManager } = demoPeople;
  for (const summary of ['Value the regional chain', 'Meet the founders', 'Plan for one brand']) {
    const appValues = tagOf('OBJ-1');
    jira.createIssue(
      { project: HIDDEN_PROJECT, type: 'Task', summary, status: 'In Progress', assignee: admin.accountId, appValues },
      null,
    );
  }
  jira.createIssue(
    {
      project: 'WEB',
      type: 'Task',
      summary: 'Prepare the shop for the new brand',
      status: 'In Progress',
      assignee: productManager.accountId,
      visibleTo: [admin.accountId, productManager.accountId],
    },
    null,
  );
}
