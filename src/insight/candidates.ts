import type { Candidate } from '../contract';
import { Cascade } from '../domain/cascade';
import { fetchIssues, PAGE_SIZE } from '../jira/issues';
import { visitorPermissions } from '../jira/permissions';
import { latestCandidates } from '../store/candidates';
import { statedObjectives } from '../store/objectives';
import { allProjects } from '../store/projects';
import { siteReading } from '../sync/siteReading';
import { shownProposal } from './candidateEpics';
import { listedFields, summaryOf } from './issueSummary';

/** As many as Jira reads in one call; older decisions are no longer listed. */
const MOST = PAGE_SIZE;

/** What was proposed as the ground for an objective, undecided ones first, filled in from Jira as the viewer: two calls. */
export const candidates = async (): Promise<Candidate[]> => {
  const { fields } = await siteReading();
  const kept = await latestCandidates(MOST);
  if (kept.length === 0) return [];
  const cascade = new Cascade(await statedObjectives());
  const projects = new Map((await allProjects()).map((project) => [project.id, project]));
  const issues = await fetchIssues(
    'user',
    kept.map(({ issue }) => issue),
    listedFields(fields),
  );
  const shown = new Map(issues.map((issue) => [Number(issue.id), issue]));
  const { browsable } = await visitorPermissions([...new Set(kept.map(({ project }) => project))]);
  return kept.map((candidate) => {
    const issue = shown.get(candidate.issue);
    const project = browsable.has(candidate.project) ? projects.get(candidate.project) : undefined;
    return {
      issueId: String(candidate.issue),
      issue: issue ? summaryOf(issue, fields) : null,
      project: project ? { id: String(project.id), key: project.key, name: project.name } : null,
      proposal: shownProposal(candidate, cascade),
    };
  });
};
