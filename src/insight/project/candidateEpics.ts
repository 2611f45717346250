import type { CandidateEpics, Proposal } from '../../contract';
import { Cascade } from '../../domain/strategy/cascade';
import { candidatesAmong, type KeptCandidate } from '../../store/strategy/candidates';
import { statedObjectives } from '../../store/strategy/objectives';
import { unlinkedEpics } from '../../store/work/unlinkedEpics';
import { siteReading } from '../../site/siteReading';
import { refOf, unknownRef } from '../figures';

const MOST = 50;

/** Which of these issues the viewer may see. */
type Visible = (issues: readonly number[]) => Promise<ReadonlySet<number>>;

/**
 * The epics of a project that serve nothing and are not over, by their ids, with what became of proposing them. What somebody wrote of an
 * epic is for those who may see it: Jira is asked that of the few that were proposed.
 */
export const candidateEpics = async (project: number, visible: Visible): Promise<CandidateEpics> => {
  const { fields } = await siteReading();
  const { ids, total } = await unlinkedEpics(project, MOST);
  const proposed = await proposalsAmong(
    ids.map(({ id }) => id),
    visible,
  );
  const issues = ids.map(({ id, units }) => ({ id: String(id), units, proposal: proposed.get(id) ?? null }));
  return { issues, estimates: fields.estimates, total };
};

const proposalsAmong = async (issues: readonly number[], visible: Visible): Promise<Map<number, Proposal>> => {
  const kept = await candidatesAmong(issues);
  if (kept.length === 0) return new Map();
  const seen = await visible(kept.map(({ issue }) => issue));
  const cascade = new Cascade(await statedObjectives());
  return new Map(
    kept
      .filter(({ issue }) => seen.has(issue))
      .map((candidate) => [candidate.issue, shownProposal(candidate, cascade)]),
  );
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
