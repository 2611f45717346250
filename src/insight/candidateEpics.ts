import type { CandidateEpics, Proposal } from '../contract';
import { Cascade } from '../domain/cascade';
import { fetchIssues } from '../jira/issues';
import { candidatesAmong, type KeptCandidate } from '../store/candidates';
import { statedObjectives } from '../store/objectives';
import { unlinkedEpics } from '../store/unlinkedEpics';
import { siteReading } from '../sync/siteReading';
import { refOf, unknownRef } from './figures';
import { listedFields, summaryOf } from './issueSummary';

const MOST = 50;

/** The epics of a project that serve nothing and are not over, with what became of proposing them, filled in from Jira as the viewer. */
export const candidateEpics = async (project: number): Promise<CandidateEpics> => {
  const { fields } = await siteReading();
  const { ids, total } = await unlinkedEpics(project, MOST);
  const proposed = await proposalsAmong(ids.map(({ id }) => id));
  const issues = await fetchIssues(
    'user',
    ids.map(({ id }) => id),
    listedFields(fields),
  );
  const shown = new Map(issues.map((issue) => [Number(issue.id), issue]));
  const listed = ids.flatMap(({ id, units }) => {
    const issue = shown.get(id);
    return issue ? { ...summaryOf(issue, fields), units, proposal: proposed.get(id) ?? null } : [];
  });
  return { issues: listed, hidden: ids.length - listed.length, total };
};

const proposalsAmong = async (issues: readonly number[]): Promise<Map<number, Proposal>> => {
  const kept = await candidatesAmong(issues);
  if (kept.length === 0) return new Map();
  const cascade = new Cascade(await statedObjectives());
  return new Map(kept.map((candidate) => [candidate.issue, shownProposal(candidate, cascade)]));
};

/** A proposal as a page shows it. */
export const shownProposal = (
  { state, proposedBy, proposedAt, note, decidedBy, decidedAt, reason, objective }: KeptCandidate,
  cascade: Cascade,
): Proposal => {
  const accepted = objective === null ? undefined : cascade.find(objective);
  return {
    state,
    proposedBy,
    proposedAt: new Date(proposedAt).toISOString(),
    note,
    decidedBy,
    decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
    reason,
    objective: objective === null ? null : accepted ? refOf(accepted) : unknownRef(objective),
  };
};
