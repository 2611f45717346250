import { countingFields } from '../../jira/fields';
import { searchIssues } from '../../jira/issues';
import { unlessOfOne } from '../../jira/jiraError';
import { asApp } from '../../site/rateBudget';
import { siteReading } from '../../site/siteReading';
import { noteFailedSearches, searchedBefore, unsearchable } from '../../store/runs/searchFailures';
import { forgetRead } from '../../store/runs/syncRuns';
import { atRandom } from '../jobs/isolateFailures';
import { noteProjectEvent } from './followProjects';

/** One of so many tells whether Jira searches others. */
const AMONG = 100;

/** Searches a project as reading it does. */
const searchProject = async (project: number, most?: number): Promise<void> => {
  const { fields, strategy } = await siteReading();
  await searchIssues(asApp('upkeep'), `project = ${project}`, countingFields(fields, strategy), null, most);
};

/**
 * Searches another project than these, one that was read before: if Jira fails over that too, the fault is a common one.
 * @returns `false`: there is none
 * @throws JiraError as a search does
 */
export const searchAnother = async (these: readonly number[]): Promise<boolean> => {
  const another = atRandom((await searchedBefore(AMONG)).filter((one) => !these.includes(one)));
  if (another === undefined) return false;
  await searchProject(another, 1);
  return true;
};

/**
 * Counts that Jira failed to search projects, unless it fails over others too. After three times in a row a project is
 * set aside: no run waits for it and no search of the whole site names it. It is tried again daily.
 * @param isElsewhereFine whether Jira is known to have searched another one meanwhile
 */
export const noteFailing = async (projects: readonly number[], isElsewhereFine: boolean): Promise<void> => {
  if (projects.length === 0) return;
  if (!isElsewhereFine && !(await unlessOfOne(() => searchAnother(projects)))) return;
  console.warn(JSON.stringify({ event: 'projectNotSearched', projects }));
  await noteFailedSearches(projects);
};

/**
 * Tries the projects again that are set aside. Of what changed in one meanwhile nobody knows, so it is read again.
 * @param now epoch milliseconds
 */
export const tryProjectsAgain = async (now: number): Promise<void> => {
  for (const project of await unsearchable()) {
    if ((await unlessOfOne(() => searchProject(project))) === null) continue;
    await forgetRead([project]);
    await noteProjectEvent(now);
  }
};
