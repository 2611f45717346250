import { fetchReadable } from '../../jira/issues';
import type { SiteFields } from '../../jira/fields';
import { tagOf } from '../../jira/toWorkItem';
import { asApp, type Job } from '../../site/rateBudget';

/**
 * The tags that issues of a project (`null`: of any) have in Jira now; `null`: none. Missing are those that are gone, or in another
 * project, and those that Jira does not answer as documented. One call for at most 100.
 */
export const tagsInJira = async (
  issues: readonly number[],
  project: number | null,
  fields: SiteFields,
  job: Job,
): Promise<ReadonlyMap<number, string | null>> => {
  const asked = ['project', ...(fields.objective === null ? [] : [fields.objective])];
  const { issues: read } = await fetchReadable(asApp(job), issues, asked);
  const here = read.filter((issue) => project === null || Number(issue.fields.project?.id) === project);
  return new Map(here.map((issue) => [Number(issue.id), tagOf(issue, fields)]));
};
